"""Holds the daemon to the OpenAPI document: the document is valid, and thousands of random requests made from it, good
and bad, by several roles, are answered as it says.

    run.py --ctl countersignctl --daemon countersignd --model FOLDER [--seed N] [--requests N | --seconds N] [--keep-going]
"""
import argparse
import collections
import json
import os
import random
import re
import subprocess
import sys
import time

try:
    import openapi
    from judge import Judge
except ModuleNotFoundError as missing:
    raise SystemExit(f"{missing}: install python3-jsonschema (./dev setup)")
from daemon import PASSWORD, PEOPLE, Daemon, Client, Key, Nobody, Person
from generator import Generator, Memory, kind_of

SOAK_REQUESTS = {"ci": 5_000, "full": 100_000}
SUITE_SECONDS = 12


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("ctl", "daemon", "model"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--seed", type=int)
    parser.add_argument("--requests", type=int)
    parser.add_argument("--seconds", type=float)
    parser.add_argument("--keep-going", action="store_true", help="list every kind of fault")
    given = parser.parse_args()
    soak = os.environ.get("COUNTERSIGN_SOAK")
    if given.seed is None:
        given.seed = random.SystemRandom().randrange(1 << 32) if soak else 1
    if given.requests is None and given.seconds is None:
        given.requests = SOAK_REQUESTS.get(soak)
        given.seconds = None if soak else SUITE_SECONDS
    return given


class Run:
    def __init__(self, given, document, daemon):
        self.given = given
        self.random = random.Random(given.seed)
        self.client = Client(daemon.port)
        self.judge = Judge(document)
        if not self.judge.proves_itself():
            raise SystemExit("the check of the answers finds nothing")
        self.memory = Memory()
        self.generator = Generator(document, self.random, self.memory, self.judge.is_valid)
        self.keeper = Person("admin2", self.client)
        self.callers = [Person(name, self.client) for name in PEOPLE] + [Key(self.client, self.keeper), Nobody()]
        self.memory.protected = {one.id for one in [*self.callers, self.keeper]} | {self.callers[len(PEOPLE)].key_id}
        self.statuses = collections.Counter()
        self.reached = set()
        self.found = collections.Counter()

    def is_over(self, number, began):
        if self.given.requests is not None:
            return number >= self.given.requests
        return time.monotonic() - began >= self.given.seconds

    def go(self):
        began = time.monotonic()
        number = 0
        while not self.is_over(number, began):
            number += 1
            caller = self.random.choices(self.callers, [6, 3, 4, 1, 2, 1])[0]
            request = self.generator.request()
            answer = self.ask(request, caller)
            self.statuses[answer.status] += 1
            if answer.status < 300:
                self.reached.add(request.operation["operationId"])
            for fault in self.judge.faults(request, answer):
                self.report(number, caller, request, answer, fault)
        seconds = time.monotonic() - began
        print(f"seed {self.given.seed}: {number} requests in {seconds:.1f} s to {len(self.generator.operations)} operations, "
              f"{len(self.reached)} of them with success; statuses {dict(sorted(self.statuses.items()))}")
        return not self.found

    def ask(self, request, caller):
        headers = {**request.headers, **caller.headers}
        if self.random.random() < 0.8:
            headers.update(self.proof(request, caller))
        answer = self.client.call(request.method, request.target, headers, request.body)
        if answer.status == 401:
            self.revive(caller)
        if answer.media_type == "application/json" and answer.body:
            self.memory.learn(kind_of(request.path), answer.json())
        return answer

    def proof(self, request, caller):
        """A step-up token where the document asks for one and the caller is somebody who has a password."""
        asked = [one for one in request.operation["parameters"] if one["name"] == "X-Step-Up"]
        if not asked or caller.id is None:
            return {}
        action = re.search(r"for the action (\w+)", asked[0]["description"])[1]
        subject = re.search(r"[0-9a-f-]{36}", request.target)
        body = {"action": action, "object_id": subject[0] if subject else caller.id, "password": PASSWORD}
        answer = self.client.call("POST", "/api/v1/auth/step-up", {**caller.headers, "Content-Type": "application/json"}, json.dumps(body))
        return {"X-Step-Up": answer.json()["token"]} if answer.status == 200 else {}

    def revive(self, caller):
        """A request may have ended the session, or have been the last of too many wrong passwords."""
        if caller.id is not None:
            self.keeper.sign_in()
            self.client.call("POST", f"/api/v1/admin/users/{caller.id}/unlock", self.keeper.headers, None)
        caller.sign_in()

    def report(self, number, caller, request, answer, fault):
        kind = f"{request.method} {request.path} {answer.status}: {fault}"
        self.found[kind] += 1
        if self.found[kind] == 1:
            print(f"\nFAULT at seed {self.given.seed}, request {number}, as {caller.name}: {fault}\n{request}\n"
                  f"-> {answer.status} {answer.headers.get('content-type')}\n{answer.body[:1500]!r}", flush=True)
        if not self.given.keep_going:
            raise SystemExit(1)


def main():
    given = arguments()
    document = json.loads(subprocess.run([given.ctl, "openapi"], check=True, capture_output=True).stdout)
    faults = list(openapi.faults_of(document))
    if faults:
        raise SystemExit("the document is not OpenAPI 3.1:\n" + "\n".join(faults))
    if not openapi.proves_itself(document):
        raise SystemExit("the check of the document finds nothing")
    daemon = Daemon(given.daemon, given.model)
    try:
        is_good = Run(given, document, daemon).go()
    except BaseException:
        print(daemon.text()[-3000:], file=sys.stderr)
        raise
    finally:
        stopped = daemon.stop()
    if not stopped:
        raise SystemExit("the daemon did not end as it should")
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
