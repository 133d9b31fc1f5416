// The shared vectors: what each expects, and the whole answer byte for byte as Rust gives it.
//
// usage: node vectors.mjs PACKAGE VECTORS EXPECTED
//
// EXPECTED is what `ekbom-js-expected` printed: of each vector, in order, a line of what Rust says.

import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { compare, compareErrors } from "./expect.mjs";

const [packaged, vectors, expected] = process.argv.slice(2);
const { load, PatientRefused } = await import(pathToFileURL(resolve(packaged, "ekbom.js")));
const ekbom = await load();

const read = (...path) => readFileSync(join(...path), "utf8");
const lines = read(expected).split("\n");
const names = readdirSync(vectors).filter((name) => name.endsWith(".json") && name !== "schema.json");
// As Rust orders them: by bytes.
names.sort((one, other) => (one < other ? -1 : 1));

/** The text of the answer, and the answer. */
function answer(text) {
  try {
    const said = ekbom.assessText(text);
    return { text: said, value: JSON.parse(said) };
  } catch (error) {
    if (!(error instanceof PatientRefused)) throw error;
    const value = { errors: error.errors, critical: error.critical };
    return { text: JSON.stringify(value), value };
  }
}

function* faults({ patient, patient_text, expect }, place) {
  const text = patient_text ?? JSON.stringify(patient);
  const said = answer(text);
  if (said.text !== lines[place]) yield "not the bytes of Rust";
  // An object goes the same way as its text.
  if (patient !== undefined && patient_text === undefined && answer(patient).text !== said.text) {
    yield "the object is answered otherwise than its text";
  }
  if (expect.errors !== undefined) yield* compareErrors(expect.errors, said.value.errors);
  else if (said.value.errors !== undefined) yield `refused: ${said.text}`;
  else yield* compare(expect, said.value);
}

let place = 0;
let failed = 0;
for (const name of names) {
  const file = JSON.parse(read(vectors, name));
  if (file.vectors_version !== "1") throw new Error(`${name}: not of version 1`);
  for (const vector of file.vectors) {
    const found = [...faults(vector, place)];
    if (found.length > 0) {
      failed += 1;
      console.log(`FAILED ${vector.id}: ${found.join("; ")}`);
    }
    place += 1;
  }
}
const passed = place - failed;
console.log(`conformance: ${passed} passed, ${failed} failed`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && place > 0 ? 0 : 1;
