"""The widget's folder as a web server should send it, to try things on one machine; not for the public.

    python3 docs/hosting/serve.py [folder [port]]     dist and 8123, if not said
"""

import http.server
import os
import re
import sys

FOLDER, PORT = (sys.argv[1:] + ["dist", "8123"][len(sys.argv) - 1:])[:2]
CODINGS = {"br": ".br", "gzip": ".gz"}  # the best first
NAMED_BY_CONTENT = re.compile(r"-[0-9a-f]{12,16}\.(js|css|wasm)$")


class Files(http.server.SimpleHTTPRequestHandler):
    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json", ".svg": "image/svg+xml",
        ".css": "text/css", ".html": "text/html", ".ts": "text/plain", ".webp": "image/webp", ".avif": "image/avif",
    }

    def __init__(self, *rest):
        super().__init__(*rest, directory=FOLDER)

    def send_response(self, code, message=None):
        self.code = code
        super().send_response(code, message)

    def translate_path(self, path):
        """The file to send: a compressed copy where there is one that the browser can read."""
        self.plain = super().translate_path(path)
        if os.path.isdir(self.plain) and path.split("?")[0].endswith("/"):
            self.plain = os.path.join(self.plain, "index.html")
        self.copies = {coding: self.plain + end for coding, end in CODINGS.items() if os.path.isfile(self.plain + end)}
        self.coding = next((coding for coding in self.copies if self.reads(coding)), None)
        return self.copies.get(self.coding, self.plain)

    def reads(self, coding):
        accepted = self.headers.get("Accept-Encoding", "")
        return re.search(rf"(^|,)\s*{coding}\s*(,|$|;\s*q=(1|0\.0*[1-9]))", accepted)

    def guess_type(self, path):
        return super().guess_type(self.plain)

    def end_headers(self):
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Cross-Origin-Resource-Policy", "cross-origin")
        self.send_header("X-Content-Type-Options", "nosniff")
        if self.code in (200, 304):
            lasting = NAMED_BY_CONTENT.search(self.plain)
            self.send_header("Cache-Control", "public, max-age=31536000, immutable" if lasting else "public, max-age=300")
            if self.copies:
                self.send_header("Vary", "Accept-Encoding")
            if self.coding and self.code == 200:
                self.send_header("Content-Encoding", self.coding)
        super().end_headers()


with http.server.ThreadingHTTPServer(("127.0.0.1", int(PORT)), Files) as server:
    print(f"{FOLDER} is on http://127.0.0.1:{server.server_port}/", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
