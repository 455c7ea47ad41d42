"""Whether a document is OpenAPI 3.1 with schemas of JSON Schema 2020-12.

The structure is written down here for the parts of the specification that our document uses and refuses every other,
so that a new part is a decision; the schemas inside are checked by the meta-schema that python3-jsonschema brings.
"""
import re

import jsonschema

TEXT = {"type": "string", "minLength": 1}
SCHEMA = {"type": "object"}


def strict(needed, **optional):
    return {"type": "object", "properties": {**needed, **optional}, "required": list(needed),
            "additionalProperties": False}


def each(value, names=None):
    return {"type": "object", "additionalProperties": value, "minProperties": 1,
            **({"propertyNames": {"pattern": names}} if names else {})}


CONTENT = each(strict({"schema": SCHEMA}), "^[a-z]+/[a-z0-9.+-]+$")
HEADERS = each(strict({"schema": SCHEMA}, description=TEXT, required={"type": "boolean"}))
PARAMETER = {
    **strict({"name": TEXT, "in": {"enum": ["path", "query", "header"]}, "required": {"type": "boolean"}, "schema": SCHEMA},
             description=TEXT),
    "if": {"properties": {"in": {"const": "path"}}},
    "then": {"properties": {"required": {"const": True}}},
}
RESPONSE = strict({"description": TEXT}, content=CONTENT, headers=HEADERS)
OPERATION = strict(
    {"operationId": {"type": "string", "pattern": "^[a-z0-9_]+$"}, "summary": TEXT,
     "tags": {"type": "array", "items": TEXT, "minItems": 1},
     "parameters": {"type": "array", "items": PARAMETER},
     "responses": each(RESPONSE, "^[1-5][0-9][0-9]$"),
     "security": {"type": "array", "items": each({"type": "array", "items": TEXT})}},
    requestBody=strict({"required": {"const": True}, "content": CONTENT}, description=TEXT),
    **{"x-permission": TEXT})
PATH = {"type": "object", "minProperties": 1, "additionalProperties": False,
        "properties": {method: OPERATION for method in ("get", "post", "put", "patch", "delete")}}
SECURITY_SCHEME = {"oneOf": [
    strict({"type": {"const": "http"}, "scheme": TEXT}, bearerFormat=TEXT),
    strict({"type": {"const": "apiKey"}, "in": {"const": "header"}, "name": TEXT})]}
DOCUMENT = strict({
    "openapi": {"type": "string", "pattern": r"^3\.1\.\d+$"},
    "info": strict({"title": TEXT, "version": TEXT}, description=TEXT, license=strict({"name": TEXT}, identifier=TEXT)),
    "paths": each(PATH, "^/"),
    "components": strict({"schemas": each(SCHEMA, "^[A-Za-z0-9._-]+$"), "securitySchemes": each(SECURITY_SCHEME)}),
})


def schemas_in(part, where="#"):
    """Every schema object of the document with the place where it stands."""
    if isinstance(part, list):
        for index, one in enumerate(part):
            yield from schemas_in(one, f"{where}/{index}")
    elif isinstance(part, dict):
        for name, one in part.items():
            if name == "schema":
                yield f"{where}/schema", one
            elif name == "schemas" and where == "#/components":
                yield from ((f"{where}/schemas/{key}", schema) for key, schema in one.items())
            else:
                yield from schemas_in(one, f"{where}/{name}")


def references_in(part):
    if isinstance(part, list):
        for one in part:
            yield from references_in(one)
    elif isinstance(part, dict):
        if isinstance(part.get("$ref"), str):
            yield part["$ref"]
        for one in part.values():
            yield from references_in(one)


def faults_of(document):
    """What is wrong with it, one sentence for each fault."""
    validator = jsonschema.Draft202012Validator(DOCUMENT)
    for error in validator.iter_errors(document):
        yield f"{error.json_path}: {error.message[:300]}"
    for where, schema in schemas_in(document):
        for error in jsonschema.Draft202012Validator(jsonschema.Draft202012Validator.META_SCHEMA).iter_errors(schema):
            yield f"{where}: {error.message[:300]}"
    known = document["components"]["schemas"]
    for reference in set(references_in(document)):
        if not reference.startswith("#/components/schemas/") or reference.split("/")[-1] not in known:
            yield f"{reference} leads nowhere"
    operations = [(path, operation) for path, item in document["paths"].items() for operation in item.values()]
    names = [operation["operationId"] for _, operation in operations]
    yield from (f"operationId {name} is there twice" for name in set(names) if names.count(name) > 1)
    schemes = document["components"]["securitySchemes"]
    for path, operation in operations:
        described = [one["name"] for one in operation["parameters"] if one["in"] == "path"]
        if sorted(described) != sorted(re.findall(r"\{(\w+)\}", path)):
            yield f"{path}: its parameters are not those of the path"
        for way in operation["security"]:
            yield from (f"{path}: unknown security scheme {name}" for name in way if name not in schemes)
        if not any(status.startswith("2") for status in operation["responses"]):
            yield f"{path}: no success"


def proves_itself(document):
    """That faults_of can find something: four documents that are not OpenAPI."""
    path = next(iter(document["paths"]))
    operation = next(iter(document["paths"][path]))
    wrong = [
        {**document, "openapi": "3.0.3"},
        {**document, "paths": {path.lstrip("/"): document["paths"][path]}},
        {**document, "paths": {path: {operation: {**document["paths"][path][operation], "responses": {}}}}},
        {**document, "components": {**document["components"], "schemas": {"Problem": {"type": "text"}}}},
    ]
    return all(any(True for _ in faults_of(one)) for one in wrong)
