"""Whether an answer is one of those that the OpenAPI document describes."""
import json
from fractions import Fraction

import jsonschema

from daemon import Answer
from generator import Request

PROBLEM = "application/problem+json"

# What is refused for its form alone: whoever follows the document never hears it.
CODES_OF_FORM = {"wrong_type", "unknown_field", "bad_format", "bad_uuid", "bad_date", "bad_time", "too_long",
                 "too_many_items", "too_few_items", "too_many_decimals"}


def multiple_of(validator, factor, instance, _schema):
    """Exactly, and for a number of any size: in binary 0.07 is no multiple of 0.01."""
    if validator.is_type(instance, "number") and Fraction(str(instance)) % Fraction(str(factor)):
        yield jsonschema.ValidationError(f"{instance!r} is not a multiple of {factor}")


Validator = jsonschema.validators.extend(jsonschema.Draft202012Validator, {"multipleOf": multiple_of})


class Judge:
    def __init__(self, document):
        self.document = document
        self.resolver = jsonschema.RefResolver.from_schema(document)
        self.formats = jsonschema.FormatChecker(["date", "uuid"])

    def validator(self, schema):
        return Validator(schema, resolver=self.resolver, format_checker=self.formats)

    def is_valid(self, schema, value):
        return self.validator(schema).is_valid(value)

    def faults(self, request, answer):
        """What the document does not say, one sentence for each."""
        if answer.status >= 500:
            yield f"a fault of the server: {answer.status}"
        described = request.operation["responses"].get(str(answer.status))
        if described is None:
            yield f"undocumented status {answer.status}"
            return
        if answer.status < 300 and not request.document_allows:
            yield "accepted what the document does not allow"
        for name in described.get("headers", {}):
            if name.lower() not in answer.headers:
                yield f"the header {name} is missing"
        yield from self.content_faults(described.get("content", {}), answer)
        if answer.media_type == PROBLEM:
            yield from self.refusal_faults(request, answer.json())

    @staticmethod
    def refusal_faults(request, problem):
        asks = {one["name"] for one in request.operation["parameters"]}
        if problem["code"] == "step_up_required" and "X-Step-Up" not in asks:
            yield "asks for a proof that the document does not speak of"
        if not request.is_spoilt:
            for error in problem.get("errors", []):
                if error["code"] in CODES_OF_FORM:
                    yield f"refused what the document allows: {error['path']} {error['code']}"

    def proves_itself(self):
        """That it finds what is wrong: answers that no document describes."""
        path, method, operation = next((path, method, operation) for path, item in self.document["paths"].items()
                                       for method, operation in item.items() if method == "get" and "parameters" in operation)
        request = Request(path, method, operation)
        whole = {"type": "x", "title": "x", "status": 404, "code": "x", "request_id": "x"}
        wrong = [
            Answer(418, [], b""),
            Answer(500, [("Content-Type", PROBLEM)], json.dumps(whole).encode()),
            Answer(404, [("Content-Type", "text/html")], b"<p>"),
            Answer(404, [("Content-Type", PROBLEM)], json.dumps({**whole, "stack": "main.cpp:12"}).encode()),
            Answer(404, [("Content-Type", PROBLEM)], b'{"code": "x"}'),
            Answer(200, [("Content-Type", "application/json")], b"{}"),
        ]
        right = Answer(404, [("Content-Type", PROBLEM)], json.dumps(whole).encode())
        return not list(self.faults(request, right)) and all(list(self.faults(request, one)) for one in wrong)

    def content_faults(self, content, answer):
        if not content:
            if answer.body:
                yield "undocumented content"
            return
        if answer.media_type not in content:
            yield f"undocumented content type {answer.media_type!r}"
            return
        if answer.media_type not in ("application/json", PROBLEM):
            return
        schema = content[answer.media_type]["schema"]
        value = answer.json()
        for error in self.validator(schema).iter_errors(value):
            yield f"{error.json_path}: {error.message[:300]}"
        yield from self.absent(schema, value, "$")

    def absent(self, schema, value, where):
        """An answer has every field of its schema, null where there is nothing to say."""
        if "anyOf" in schema:
            schema = next((one for one in schema["anyOf"] if self.is_valid(one, value)), {})
        if "$ref" in schema:
            if schema["$ref"].endswith("/Problem"):
                return
            schema = self.resolver.resolve(schema["$ref"])[1]
        if isinstance(value, list) and "items" in schema:
            for index, one in enumerate(value):
                yield from self.absent(schema["items"], one, f"{where}[{index}]")
        if isinstance(value, dict):
            for name, one in schema.get("properties", {}).items():
                if name not in value:
                    yield f"{where}.{name} is missing"
                else:
                    yield from self.absent(one, value[name], f"{where}.{name}")
