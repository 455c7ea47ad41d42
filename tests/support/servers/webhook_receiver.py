"""A receiver of webhooks for tests: `port N`, then one line of JSON for each request.

What it answers is said by the path: /ok, /status/N, /flaky/N (500 for the first N requests), /slow, /drop, /big.
Arguments: [CERTIFICATE KEY]; with a certificate it speaks HTTPS.
"""
import collections
import http.server
import json
import ssl
import sys
import threading

seen = collections.Counter()
never = threading.Event()


class Receiver(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("content-length", 0))).decode()
        print(json.dumps({"path": self.path, "body": body, "headers": {k.lower(): v for k, v in self.headers.items()}}), flush=True)
        seen[self.path] += 1
        words = self.path.strip("/").split("/")
        status = 200
        if words[0] == "slow":
            never.wait(60)
        if words[0] == "drop":
            self.connection.close()
            return
        if words[0] == "status":
            status = int(words[1])
        if words[0] == "flaky" and seen[self.path] <= int(words[1]):
            status = 500
        self.send_response(status)
        if 300 <= status < 400:
            self.send_header("Location", "/ok")
        self.send_header("Content-Length", str(100 << 20) if words[0] == "big" else "0")
        self.end_headers()
        if words[0] == "big":
            try:
                for _ in range(100):
                    self.wfile.write(b"x" * (1 << 20))
            except OSError:
                pass

    def log_message(self, *words):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
if len(sys.argv) > 1:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(sys.argv[1], sys.argv[2])
    server.socket = context.wrap_socket(server.socket, server_side=True)
print("port", server.server_address[1], flush=True)
server.serve_forever()
