import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

export default defineConfig({ base: "./", publicDir: "../public", plugins: [svelte()] });
