// Every key and every code of every answer is in the types: each is held against `Assessment`, or `Refusal`, as the
// compiler of TypeScript reads them. A key that the types do not have is a fault, and so is one that they need.
//
// usage: node types.mjs TYPESCRIPT PACKAGE EXPECTED

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [folder, packaged, expected] = process.argv.slice(2);
const ts = createRequire(resolve(folder, "here.js"))("typescript");
const file = resolve(packaged, "types.d.ts");
const program = ts.createProgram([file], { strict: true, noEmit: true });
const checker = program.getTypeChecker();
const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file)));
const typeOf = (name) => checker.getDeclaredTypeOfSymbol(exported.find((own) => own.name === name));

const has = (type, flag) => (type.flags & flag) !== 0;
/** Of an object type its properties, read once. */
const shapes = new Map();
function shape(type) {
  if (!shapes.has(type)) {
    const properties = new Map();
    for (const own of checker.getPropertiesOfType(type)) {
      properties.set(own.name, {
        type: checker.getTypeOfSymbol(own),
        optional: has(own, ts.SymbolFlags.Optional),
      });
    }
    shapes.set(type, { properties, index: checker.getIndexTypeOfType(type, ts.IndexKind.String) });
  }
  return shapes.get(type);
}

/** Says why a value is not of a type; nothing where it is. */
function fault(value, type, at) {
  if (type.isUnion()) {
    const literal = type.types.some((own) => own.value === value && value !== undefined);
    if (literal) return undefined;
    const faults = type.types.map((own) => fault(value, own, at));
    return faults.includes(undefined) ? undefined : faults.find((own) => !own.includes("is no ")) ?? faults[0];
  }
  const no = (what) => `${at}: ${JSON.stringify(value)} is no ${what}`;
  if (type.isStringLiteral() || type.isNumberLiteral()) return value === type.value ? undefined : no(checker.typeToString(type));
  if (has(type, ts.TypeFlags.BooleanLiteral)) return String(value) === type.intrinsicName ? undefined : no(type.intrinsicName);
  if (has(type, ts.TypeFlags.Null)) return value === null ? undefined : no("null");
  if (has(type, ts.TypeFlags.Undefined)) return value === undefined ? undefined : no("undefined");
  if (has(type, ts.TypeFlags.String)) return typeof value === "string" ? undefined : no("string");
  if (has(type, ts.TypeFlags.Number)) return typeof value === "number" ? undefined : no("number");
  if (checker.isArrayType(type)) {
    if (!Array.isArray(value)) return no("list");
    const [items] = checker.getTypeArguments(type);
    for (const [place, item] of value.entries()) {
      const found = fault(item, items, `${at}[${place}]`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (!has(type, ts.TypeFlags.Object)) throw new Error(`${at}: a type that this test does not know`);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return no("object");
  const { properties, index } = shape(type);
  for (const [key, { optional }] of properties) if (!optional && !(key in value)) return `${at}: no key ${key}`;
  for (const [key, item] of Object.entries(value)) {
    const own = properties.get(key)?.type ?? index;
    if (own === undefined) return `${at}: a key that the types do not have: ${key}`;
    const found = fault(item, own, `${at}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

const [assessment, refusal] = [typeOf("Assessment"), typeOf("Refusal")];
const check = (said) => fault(said, "errors" in said ? refusal : assessment, "answer");

let passed = 0;
let failed = 0;
const report = (found) => {
  if (found === undefined) passed += 1;
  else {
    failed += 1;
    if (failed <= 20) console.log(`FAILED ${found}`);
  }
};
const lines = readFileSync(expected, "utf8").split("\n").filter(Boolean);
for (const line of lines) report(check(JSON.parse(line)));

// The test notices what it is there for.
const first = JSON.parse(lines.find((line) => line.startsWith('{"ekbom"')));
report(check({ ...first, more: 1 }) === undefined ? "a key too many is not noticed" : undefined);
report(check({ ...first, acts: undefined }) === undefined ? "a key too few is not noticed" : undefined);
first.positions[0].possible = ["no_such_answer"];
report(check(first) === undefined ? "a code that is none is not noticed" : undefined);

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && lines.length > 0 ? 0 : 1;
