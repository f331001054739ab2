// Loads YAML texts with js-yaml for write_oracle.py.
//
// Standard input is a JSON list of texts, standard output a JSON list of what
// they hold, in the form of write_cli.cpp; a date is {"d": …}.
"use strict";

const fs = require("fs");
const yaml = require("js-yaml");

function form(value) {
  if (value === null || value === undefined) return {z: 0};
  if (value instanceof Date) return {d: value.toISOString()};
  if (Array.isArray(value)) return {l: value.map(form)};
  switch (typeof value) {
    case "string":
      return {s: value};
    case "boolean":
      return {b: value};
    case "number":
      return {n: String(value)};
    default:
      return {m: Object.entries(value).map(([k, v]) => [k, form(v)])};
  }
}

const texts = JSON.parse(fs.readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(texts.map((text) => form(yaml.load(text)))));
