"""Random requests made from the OpenAPI document alone: mostly such that it allows, and such with one thing wrong."""
import json
import re
import sre_parse  # the parser of re itself; there is no public one
import string
import uuid
from datetime import date, timedelta
from urllib.parse import quote, urlencode

from daemon import PASSWORD

# What makes a request get past its form: the names say what they mean, the document only which form they have.
PLAUSIBLE = {
    "national_id": lambda r: "".join(r.choices(string.digits, k=13)),
    "date_of_birth": lambda r: str(date(1950, 1, 1) + timedelta(days=r.randrange(18_000))),
    "due_date": lambda r: str(date.today() + timedelta(days=r.randrange(-2, 40))),
    "currency": lambda r: r.choice(["RSD", "RSD", "RSD", "EUR"]),
    "amount": lambda r: r.randrange(50_000, 900_000),
    "term_months": lambda r: r.choice([12, 24, 36, 48]),
    "interest_rate": lambda r: r.choice([5.5, 8.25, 11]),
    "email": lambda r: r.choice(["somebody@example.com", "analyst2@demo.example"]),
    "password": lambda r: PASSWORD,
    "monthly_obligations": lambda r: r.randrange(0, 60_000),
    "net_monthly": lambda r: r.randrange(30_000, 300_000),
}
HOSTILE = ["", " ", "\0", "\ud800", "a\u0301", "\u202eabc", "😀" * 40, "x" * 5_000, "'; DROP TABLE users; --", "%s%n", "../../etc/passwd",
           "null", "-1", "0193ea2e-7d4a-7c3e-9f7e-3b1f4a5d6c7b"]
ODD_VALUES = [None, True, 0, -1, 1.5, 1e308, 2**63, -2**31 - 1, [], {}, [[]], {"a": {"b": {}}}]
BROKEN_BODIES = [b"", b"{", b"[]", b"null", b'"text"', b"1e999", b"\xff\xfe", b'{"a":1,"a":2}', b"[" * 400, b'{"x":"\xc3\x28"}']
PATH_RUBBISH = ["x", "0", "%00", "%2e%2e", "0193ea2e-7d4a-7c3e-9f7e", "\u010d", "a" * 300]


class Request:
    def __init__(self, path, method, operation):
        self.path, self.method, self.operation = path, method.upper(), operation
        self.target, self.headers, self.body = path, {}, None
        self.document_allows = True  # whether body and query have the form that the document gives them
        self.is_spoilt = False       # whether something in body or query was made to be wrong, and may be

    def __str__(self):
        return f"{self.method} {self.target}\n{self.headers}\n{(self.body or b'')[:2000]!r}"


class Memory:
    """The ids and versions that answers have shown: what requests are about."""

    def __init__(self):
        self.ids = {}
        self.versions = {}
        self.protected = set()  # never named in a path: without these nobody could go on

    def learn(self, kind, part):
        if isinstance(part, list):
            for one in part:
                self.learn(kind, one)
        elif isinstance(part, dict):
            for name, value in part.items():
                if isinstance(value, str) and (name == "id" or name.endswith("_id")) and len(value) == 36:
                    known = self.ids.setdefault(kind if name == "id" else name.removesuffix("_id"), [])
                    if value not in known:
                        known.append(value)
                        del known[:-40]
                    if "version" in part:
                        self.versions[value] = part["version"]
                self.learn(name.rstrip("s"), value)


def kind_of(path, parameter="id"):
    """`application` for /applications/{id} and for /applications."""
    before = path.split("{" + parameter + "}")[0] if parameter in path else path
    return [word for word in before.split("/") if word and not word.startswith("{")][-1].rstrip("s")


class Generator:
    def __init__(self, document, random, memory, is_valid):
        self.schemas = document["components"]["schemas"]
        self.random = random
        self.memory = memory
        self.is_valid = is_valid  # of (schema, value)
        self.operations = [(path, method, operation) for path, item in sorted(document["paths"].items())
                           for method, operation in sorted(item.items())]
        self.weights = [self.weight(operation, method) for _, method, operation in self.operations]

    def weight(self, operation, method):
        """Whatever hashes a password takes a tenth of a second; what makes something gives the others their subjects."""
        body = self.body_schema(operation)
        members = self.resolved(body).get("properties", {}) if body else {}
        if any("password" in name for name in members) or operation["operationId"].endswith("reset_password"):
            return 0.1
        return 3 if "201" in operation["responses"] or method == "get" else 1.5

    def resolved(self, schema):
        if "anyOf" in schema:
            return self.resolved(schema["anyOf"][0])
        return self.schemas[schema["$ref"].split("/")[-1]] if "$ref" in schema else schema

    @staticmethod
    def body_schema(operation):
        return operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")

    # Values that a schema allows.

    def value(self, name, schema, depth=0):
        schema = self.resolved(schema)
        plausible = PLAUSIBLE.get(name)
        if plausible and self.random.random() < 0.9:
            candidate = plausible(self.random)
            if self.is_valid(schema, candidate):
                return candidate
        if "enum" in schema:
            return self.random.choice(schema["enum"])
        if "const" in schema:
            return schema["const"]
        return getattr(self, "make_" + schema.get("type", "object"))(name, schema, depth)

    def make_object(self, _name, schema, depth):
        required = schema.get("required", [])
        chance = 0.6 if depth < 3 else 0.2
        return {key: self.value(key, one, depth + 1) for key, one in schema.get("properties", {}).items()
                if key in required or self.random.random() < chance}

    def make_array(self, name, schema, depth):
        least = schema.get("minItems", 0)
        count = min(schema.get("maxItems", 5), least + self.random.choice([0, 1, 1, 2, 3]))
        return [self.value(name.rstrip("s"), schema["items"], depth + 1) for _ in range(count)]

    def make_boolean(self, _name, _schema, _depth):
        return self.random.random() < 0.5

    def make_integer(self, name, schema, depth):
        least = schema.get("minimum", schema.get("exclusiveMinimum", 0) + 1)
        most = schema.get("maximum", least + 1_000_000)
        if name == "version" or name.endswith("_version"):
            return self.random.randrange(1, 6)
        return int(self.random.choice([least, min(least + 3, most), self.random.uniform(least, min(most, least + 1000)), most]))

    def make_number(self, _name, schema, _depth):
        least = schema.get("minimum", schema.get("exclusiveMinimum", 0) + 0.01)
        most = schema.get("maximum", least + 1_000_000)
        return round(self.random.choice([least, self.random.uniform(least, most), most]), 2)

    def make_string(self, name, schema, _depth):
        form = schema.get("format")
        if form == "uuid":
            return self.an_id(name.removesuffix("_id"))
        if form == "date":
            return str(date.today() + timedelta(days=self.random.randrange(-400, 400)))
        if form == "date-time":
            return f"{date.today() + timedelta(days=self.random.randrange(-60, 60))}T{self.random.randrange(24):02}:00:00Z"
        if "pattern" in schema:
            return self.matching(schema["pattern"], schema.get("maxLength", 1000))
        least = schema.get("minLength", 0)
        length = min(schema.get("maxLength", 1000), max(least, self.random.choice([least, least + 1, 20, 60])))
        return "".join(self.random.choice("abcčćdđ ABC-09ž") for _ in range(length)).strip().ljust(least, "x")

    def matching(self, pattern, most):
        """A text of the pattern, by the tree that re makes of it."""
        for _ in range(20):
            text = "".join(self.of_tree(sre_parse.parse(pattern)))
            if len(text) <= most:
                return text
        return text[:most]

    def of_tree(self, tree):
        for kind, argument in tree:
            name = str(kind)
            if name == "LITERAL":
                yield chr(argument)
            elif name == "IN":
                yield self.of_set(argument)
            elif name == "NOT_LITERAL":
                yield "y" if chr(argument) == "x" else "x"
            elif name == "SUBPATTERN":
                yield from self.of_tree(argument[-1])
            elif name == "BRANCH":
                yield from self.of_tree(self.random.choice(argument[1]))
            elif name in ("MAX_REPEAT", "MIN_REPEAT"):
                least, most, inner = argument
                for _ in range(self.random.randint(least, min(int(most), least + 6))):
                    yield from self.of_tree(inner)

    def of_set(self, members):
        if str(members[0][0]) == "NEGATE":
            return self.random.choice("abcxyz019")
        kind, argument = self.random.choice(members)
        if str(kind) == "RANGE":
            return chr(self.random.randint(*argument))
        return chr(argument) if str(kind) == "LITERAL" else "0"

    def an_id(self, kind):
        known = self.memory.ids.get(kind) or self.memory.ids.get({"analyst": "user", "object": "decision"}.get(kind, kind), [])
        chance = self.random.random()
        if known and chance < 0.85:
            return self.random.choice(known)
        everything = [one for ids in self.memory.ids.values() for one in ids]
        return self.random.choice(everything) if everything and chance < 0.93 else str(uuid.UUID(int=self.random.getrandbits(128), version=4))

    # Requests.

    def request(self):
        path, method, operation = self.random.choices(self.operations, self.weights)[0]
        request = Request(path, method, operation)
        subject = self.fill_path(request)
        self.fill_query(request)
        self.fill_headers(request, subject)
        self.fill_body(request)
        return request

    def fill_path(self, request):
        subject = None
        for parameter in re.findall(r"\{(\w+)\}", request.path):
            schema = next(one["schema"] for one in request.operation["parameters"] if one["name"] == parameter)
            if self.random.random() < 0.04:
                value = self.random.choice(PATH_RUBBISH)
            elif schema.get("format") == "uuid":
                kind = kind_of(request.path) if parameter == "id" else parameter.removesuffix("_id")
                value = subject = self.an_id(kind)
                if value in self.memory.protected:
                    value = str(uuid.UUID(int=self.random.getrandbits(128), version=4))
            else:
                value = str(self.value(parameter, schema))
            request.target = request.target.replace("{" + parameter + "}", value if "%" in value else quote(value, safe=""))
        return subject

    def fill_query(self, request):
        pairs = []
        for one in request.operation["parameters"]:
            if one["in"] != "query" or not (one["required"] or self.random.random() < 0.3):
                continue
            value = self.value(one["name"], one["schema"])
            if self.random.random() < 0.08:
                value = str(self.random.choice(HOSTILE[2:] + ODD_VALUES))
                request.is_spoilt = True
            for item in value if isinstance(value, list) else [value]:
                text = str(item).lower() if isinstance(item, bool) else str(item)
                pairs.append((one["name"], text.encode("utf-8", "surrogatepass")))
        if self.random.random() < 0.02:
            pairs.append(("no_such_parameter", b"1"))
            request.document_allows, request.is_spoilt = False, True
        if pairs:
            request.target += "?" + urlencode(pairs)

    def fill_headers(self, request, subject):
        for one in request.operation["parameters"]:
            if one["in"] != "header" or (not one["required"] and self.random.random() < 0.5) or self.random.random() < 0.05:
                continue
            if one["name"] == "If-Match":
                version = self.memory.versions.get(subject, 1) if self.random.random() < 0.9 else self.random.randrange(9)
                request.headers["If-Match"] = f'"{version}"' if self.random.random() < 0.97 else "W/3"
            elif one["name"] != "X-Step-Up":
                request.headers[one["name"]] = str(self.value(one["name"], one["schema"]))[:200].encode("ascii", "replace").decode()

    def fill_body(self, request):
        content = request.operation.get("requestBody", {}).get("content", {})
        if not content:
            return
        media_type = self.random.choice(sorted(content))
        request.headers["Content-Type"] = media_type if self.random.random() < 0.98 else "text/plain"
        if media_type != "application/json":
            request.body = self.random.randbytes(self.random.choice([0, 10, 3000]))
            return
        schema = content[media_type]["schema"]
        value = self.value("", schema)
        chance = self.random.random()
        if chance < 0.02:
            request.body = self.random.choice(BROKEN_BODIES)
            request.is_spoilt = True
            return
        if chance < 0.3:
            value = self.spoilt(value)
            request.is_spoilt = True
            request.document_allows &= self.is_valid(schema, without_nulls(value))
        request.body = json.dumps(value).encode()

    def spoilt(self, value):
        """The value with one thing in it that is likely to be wrong."""
        places = list(places_in(value))
        container, key = self.random.choice(places) if places else (None, None)
        chance = self.random.random()
        if container is None:
            return self.random.choice(ODD_VALUES)
        if chance < 0.2 and isinstance(container, dict):
            del container[key]
        elif chance < 0.3 and isinstance(container, dict):
            container["no_such_field"] = 1
        elif chance < 0.6:
            container[key] = self.random.choice(HOSTILE)
        else:
            container[key] = self.random.choice(ODD_VALUES)
        return value


def places_in(value):
    """Every member and item of it, as container and key."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in list(items):
        yield value, key
        yield from places_in(one)


def without_nulls(value):
    """Absent and null are the same, as the document says."""
    if isinstance(value, dict):
        return {key: without_nulls(one) for key, one in value.items() if one is not None}
    return [without_nulls(one) for one in value] if isinstance(value, list) else value
