import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

// Vue takes an element that it does not know for a component that is missing.
const compilerOptions = { isCustomElement: (name) => name === "news-widget" };

export default defineConfig({ base: "./", publicDir: "../public", plugins: [vue({ template: { compilerOptions } })] });
