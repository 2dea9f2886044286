#!/usr/bin/env python3
"""What a PDF says of itself: pdf_metadata.py PDF CLAIM

Its information dictionary and its XMP metadata (as pdfinfo gives them) agree; XMP
describes each property of a schema that PDF/A does not know; the standards that it
claims are CLAIM: "2", "3" (PDF/A parts, level A, with PDF/UA-1) or "none".
"""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET

NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
PREDEFINED = {NAMES[prefix] for prefix in ("dc", "xmp", "pdf", "pdfaid", "pdfaExtension")}
PAIRS = {  # entry of the dictionary: property
    "Title": "dc:title",
    "Author": "dc:creator",
    "Subject": "dc:description",
    "Producer": "pdf:Producer",
    "CreationDate": "xmp:CreateDate",
    "ModDate": "xmp:ModifyDate",
}
FORMS = {  # of the value types that are used
    "Text": r".+",
    "Integer": r"\d+",
    "Date": r"\d{4}-\d\d-\d\d",
}


def name(qualified):
    prefix, _, local = qualified.partition(":")
    return f"{{{NAMES[prefix]}}}{local}"


def pdfinfo(*arguments):
    return subprocess.run(
        ["pdfinfo", "-enc", "UTF-8", *arguments], capture_output=True, text=True, check=True
    ).stdout


def date_as_in_pdf(value):
    return "D:" + re.sub(r"[-:T]", "", value[:19]) + value[19:].replace(":", "'") + "'"


def properties(description):
    """Each property with its text, however it is written."""
    for key, value in description.attrib.items():
        if key != name("rdf:about"):
            yield key, value
    for element in description:
        yield element.tag, "".join(element.itertext()).strip()


def described(description):
    """(namespace, name) and value type of each property in the extension schemas."""
    types = {}
    for schema in description.iterfind("pdfaExtension:schemas/rdf:Bag/rdf:li/rdf:Description", NAMES):
        namespace = schema.get(name("pdfaSchema:namespaceURI"))
        for item in schema.iterfind("pdfaSchema:property/rdf:Seq/rdf:li", NAMES):
            assert all(item.get(name(f"pdfaProperty:{key}")) for key in ("category", "description"))
            key = f"{{{namespace}}}{item.get(name('pdfaProperty:name'))}"
            assert key not in types, f"{key} is described twice"
            types[key] = item.get(name("pdfaProperty:valueType"))
    return types


def check_info(values, path):
    for line in pdfinfo("-rawdates", path).splitlines():
        entry, _, value = line.partition(":")
        if entry not in PAIRS:
            continue
        said = values.get(name(PAIRS[entry]), "")
        if entry.endswith("Date"):
            said = date_as_in_pdf(said)
        assert value.strip() == said, f"{entry}: {value.strip()!r}, but in XMP {said!r}"


def check_described(values, types):
    for key, value in values.items():
        if key[1:].partition("}")[0] not in PREDEFINED:
            assert key in types, f"{key} is not described"
            assert re.fullmatch(FORMS[types[key]], value), f"{key}: {value!r} is no {types[key]}"
    assert not types.keys() - values.keys(), "a property is described that isn't there"


def main(path, claim):
    packet = pdfinfo("-meta", path)
    assert re.match(r"<\?xpacket begin=\"\ufeff\" id=\"\w+\"\?>\n", packet), "no packet"
    rdf = ET.fromstring(packet.encode()).find("rdf:RDF", NAMES)
    (description,) = rdf
    values = dict(properties(description))
    assert values[name("dc:title")] and values[name("dc:language")] == "vi-VN"
    check_info(values, path)
    claims = [values.get(name(key)) for key in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")]
    if claim == "none":
        assert claims == [None] * 3 and not described(description), claims
    else:
        assert claims == [claim, "A", "1"], claims
        check_described(values, described(description))


main(*sys.argv[1:])
