"""The daemon on a PostgreSQL of its own, and people who are signed in to it."""
import http.client
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time

PASSWORD = "contract-test-password"
PEOPLE = ["admin", "senior", "analyst", "readonly"]


class Daemon:
    def __init__(self, program, model_folder):
        self.folder = tempfile.mkdtemp(prefix="cs-contract-")
        os.chmod(self.folder, 0o755)  # the private cluster runs as somebody else when we are root
        password = os.path.join(self.folder, "password")
        with open(password, "w", encoding="ascii") as file:
            file.write(PASSWORD)
        self.log_path = os.path.join(self.folder, "log")
        models = [entry.path for entry in os.scandir(model_folder) if entry.is_dir()]
        self.log = open(self.log_path, "wb")
        self.process = subprocess.Popen(
            [program, "--private", os.path.join(self.folder, "pg"), "--listen", "127.0.0.1:0", "--model", models[0],
             "--seed-demo", password, "--set", "http.requests_per_second=1000000"],
            stderr=self.log)
        self.port = self._port()

    def _port(self):
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and self.process.poll() is None:
            ready = re.search(r"ready port=(\d+)", self.text())
            if ready:
                return int(ready[1])
            time.sleep(0.02)
        raise SystemExit(f"countersignd does not serve:\n{self.text()}")

    def text(self):
        with open(self.log_path, encoding="utf-8", errors="replace") as file:
            return file.read()

    def stop(self):
        """Whether it ended as it should."""
        self.process.send_signal(signal.SIGTERM)
        try:
            status = self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            status = self.process.wait()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)
        return status == 0


class Answer:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = {name.lower(): value for name, value in headers}
        self.body = body

    @property
    def media_type(self):
        return self.headers.get("content-type", "").split(";")[0].strip()

    def json(self):
        return json.loads(self.body)


class Client:
    """One connection, opened again when the daemon has closed it. A stream is left after its first bytes."""

    def __init__(self, port):
        self.port = port
        self.connection = None

    def call(self, method, target, headers, body):
        for attempt in (1, 2):
            if self.connection is None:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
            try:
                self.connection.request(method, target, body=body, headers=headers)
                return self._answer(self.connection.getresponse())
            except (ConnectionError, http.client.RemoteDisconnected, http.client.BadStatusLine):
                self.close()
                if attempt == 2:
                    raise

    def _answer(self, response):
        if response.getheader("Content-Type", "").startswith("text/event-stream"):
            answer = Answer(response.status, response.getheaders(), response.read1(1))
            self.close()
            return answer
        answer = Answer(response.status, response.getheaders(), response.read())
        if response.will_close:
            self.close()
        return answer

    def close(self):
        if self.connection is not None:
            self.connection.close()
        self.connection = None


class Person:
    """Somebody of the demo, signed in again when a request has ended the session."""

    def __init__(self, name, client):
        self.name = name
        self.client = client
        self.headers = {}
        self.id = None
        self.sign_in()

    def sign_in(self):
        body = json.dumps({"email": f"{self.name}@demo.example", "password": PASSWORD})
        answer = self.client.call("POST", "/api/v1/auth/login", {"Content-Type": "application/json"}, body)
        if answer.status != 200:
            raise SystemExit(f"{self.name} cannot sign in: {answer.status} {answer.body[:300]!r}")
        self.headers = {"Authorization": "Bearer " + answer.json()["access_token"]}
        self.id = answer.json()["user"]["id"]


class Nobody:
    name, headers, id = "nobody", {}, None

    def sign_in(self):
        pass


class Key:
    """A system that calls with an API key."""

    name, id = "API key", None

    def __init__(self, client, admin):
        body = json.dumps({"name": "contract", "scopes": ["application:create", "decision:view"]})
        answer = client.call("POST", "/api/v1/admin/api-keys", {**admin.headers, "Content-Type": "application/json"}, body)
        if answer.status != 201:
            raise SystemExit(f"no API key: {answer.status} {answer.body[:300]!r}")
        self.key_id = answer.json()["id"]
        self.headers = {"X-Api-Key": answer.json()["key"]}

    def sign_in(self):
        pass
