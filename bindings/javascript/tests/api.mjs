// What the module promises beside the vectors. Prints how many passed.
//
// usage: node api.mjs PACKAGE PATIENT.json

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [packaged, file] = process.argv.slice(2);
const folder = resolve(packaged);
const { Ekbom, EkbomError, PatientRefused, load, loadSync } = await import(pathToFileURL(join(folder, "ekbom.js")));
const bytes = readFileSync(join(folder, "ekbom.wasm"));
const patient = JSON.parse(readFileSync(file, "utf8"));
const ekbom = await load();
const ferritin = (value) => ({
  age_years: 58,
  sex: "female",
  labs: [
    { analyte: "ferritin", value, unit: "ng/mL" },
    { analyte: "tsat", value: 25, unit: "%" },
  ],
  complete: ["history"],
});

const thrown = (call) => {
  try {
    call();
  } catch (error) {
    return error;
  }
  return assert.fail("nothing was thrown");
};

const tests = {
  "the file has no imports and three functions": () => {
    const module = new WebAssembly.Module(bytes);
    assert.deepEqual(WebAssembly.Module.imports(module), []);
    const functions = WebAssembly.Module.exports(module).filter(({ kind }) => kind === "function");
    assert.deepEqual(functions.map(({ name }) => name).sort(), ["ekbom_alloc", "ekbom_call", "ekbom_free"]);
  },

  "it loads from bytes, a module, a URL and a response": async () => {
    const wanted = ekbom.assessText(patient);
    const server = createServer((request, response) => {
      response.writeHead(request.url === "/ekbom.wasm" ? 200 : 404).end(bytes);
    });
    await new Promise((done) => server.listen(0, "127.0.0.1", done));
    const url = `http://127.0.0.1:${server.address().port}/ekbom.wasm`;
    try {
      const module = await WebAssembly.compile(bytes);
      for (const source of [bytes, module, url, new URL(url), fetch(url)]) {
        assert.equal((await load(source)).assessText(patient), wanted);
      }
      await assert.rejects(load(`${url}.not`), /404/);
    } finally {
      server.close();
    }
    assert.equal(loadSync(bytes).assessText(patient), wanted);
    assert.ok(ekbom instanceof Ekbom);
  },

  "a patient is refused by field, and what is critical is not lost": () => {
    const labs = [
      { analyte: "feritin", value: 38, unit: "ng/mL" },
      { analyte: "potassium", value: 7.2, unit: "mmol/L" },
    ];
    for (const call of ["assess", "check", "report", "assessText"]) {
      const error = thrown(() => ekbom[call]({ labs }));
      assert.ok(error instanceof PatientRefused && error instanceof EkbomError);
      assert.equal(error.errors[0].field, "labs[0].analyte");
      assert.ok(error.errors[0].accepted.includes("ferritin"));
      assert.equal(error.critical[0].analyte, "potassium");
      assert.match(error.message, /labs\[0\]\.analyte `feritin`/);
    }
  },

  "a text that is no JSON is refused": () => {
    assert.ok(thrown(() => ekbom.assess("{")) instanceof PatientRefused);
    assert.ok(thrown(() => ekbom.assess("[]")) instanceof PatientRefused);
    // JSON has no such numbers: they become null, and null is no value.
    assert.ok(thrown(() => ekbom.assess(ferritin(Number.NaN))) instanceof PatientRefused);
  },

  "options are read, and misspelt ones are errors": () => {
    const only = ekbom.assess(patient, { guidelines: ["aasm-2025"] });
    assert.ok(only.positions.every(({ guideline }) => guideline === "aasm-2025"));
    assert.ok(ekbom.assess(patient, { trace: true }).trace.length > 10);
    assert.equal(ekbom.assess(patient).trace, undefined);
    assert.ok(ekbom.assess(patient, { assume: "none" }).positions.every(({ usual }) => usual === null));
    for (const [options, field] of [
      [{ guideline: "aasm-2025" }, "guideline"],
      [{ guidelines: ["aasm-2052"] }, "guidelines"],
      [{ uncertainty: "none" }, "uncertainty"],
      [{ assume: "all" }, "assume"],
      [{ stale_after_days: -1 }, "stale_after_days"],
      [{ knowledge: 77 }, "knowledge"],
    ]) {
      const error = thrown(() => ekbom.assess(patient, options));
      assert.ok(!(error instanceof PatientRefused), field);
      assert.equal(error.errors[0].field, field);
    }
    assert.equal(thrown(() => ekbom.call("asses")).errors[0].accepted[0], "assess");
  },

  "one position is that of the assessment": () => {
    const all = ekbom.assess(patient);
    for (const position of all.positions.slice(0, 20)) {
      const { question, guideline } = position;
      assert.deepEqual(ekbom.position(patient, question, guideline), position);
    }
    assert.equal(thrown(() => ekbom.position(patient, "iron.theraphy", "aasm-2025")).errors[0].accepted[0], "iron.therapy");
  },

  "what if: only what changes, and a refused variant in its place": () => {
    const [same, more, refused] = ekbom.whatIf(ferritin(38), [ferritin(38), ferritin(320), { labs: 1 }]);
    for (const [key, own] of Object.entries(same)) {
      assert.deepEqual(own, key === "positions" ? [] : { new: [], gone: [] }, key);
    }
    const aasm = more.positions.find((own) => own.question === "iron.therapy" && own.guideline === "aasm-2025");
    const of = (value) => ekbom.position(ferritin(value), "iron.therapy", "aasm-2025").possible;
    assert.deepEqual([aasm.before.possible, aasm.after.possible], [of(38), of(320)]);
    assert.ok(more.acts.gone.length > 0);
    assert.equal(refused.errors[0].field, "labs");
    assert.ok(thrown(() => ekbom.whatIf({ labs: 1 }, [])) instanceof PatientRefused);
  },

  "the report in every form": () => {
    assert.match(ekbom.report(patient), /^<!DOCTYPE html>/);
    assert.match(ekbom.report(patient, "fragment", { name: "here" }), /^<div class="ekbom"[^]*id="here-h-/);
    assert.ok(ekbom.report(patient, "brief").split("\n").length < 12);
    assert.ok(ekbom.report(patient, "text", { width: 60 }).split("\n").every((line) => [...line].length <= 60));
    assert.ok(Array.isArray(ekbom.report(patient, "data").first.acts));
    assert.equal(thrown(() => ekbom.report(patient, "pdf")).errors[0].field, "format");
    const po = 'msgctxt "report"\nmsgid "What to do"\nmsgstr "Was zu tun ist"\n';
    assert.match(ekbom.report(patient, "text", { language: { code: "de", po } }), /WAS ZU TUN IST/);
    assert.equal(thrown(() => ekbom.report(patient, "text", { language: { code: "de", po: "none" } })).errors[0].field, "language");
  },

  "own limits: another answer, a change that is said, and the built-in as it was": () => {
    const rule = "aasm-2025/iron.therapy/stores-low";
    const own = ekbom.own({ limits: [{ rule, fact: "ferritin", value: 30 }] });
    const said = own.assess(ferritin(38));
    assert.deepEqual(said.changes, [{ rule, fact: "ferritin", from: 75, to: 30 }]);
    assert.notEqual(said.knowledge.hash, ekbom.assess(ferritin(38)).knowledge.hash);
    assert.notDeepEqual(
      own.position(ferritin(38), "iron.therapy", "aasm-2025").possible,
      ekbom.position(ferritin(38), "iron.therapy", "aasm-2025").possible,
    );
    const changes = ekbom.diff(ekbom.rules(), own.rules()).changes;
    assert.ok(changes.some((change) => change.rule === rule && change.clinical));
    own.free();
    assert.equal(thrown(() => own.assess(patient)).errors[0].field, "knowledge");
    const wrong = thrown(() => ekbom.own({ limits: [{ rule: `${rule}s`, value: 1 }] }));
    assert.match(wrong.message, /did you mean/);
  },

  "own rules: a book that went out comes in": () => {
    const own = ekbom.own({ rules: ekbom.rules() });
    assert.equal(own.assessText(patient), ekbom.assessText(patient));
    own.free();
    const some = ekbom.own({ rules: ekbom.rules({ guideline: "aasm-2025" }) });
    assert.ok(some.guidelines().length < ekbom.guidelines().length);
    some.free();
    assert.equal(thrown(() => ekbom.own({ rules: { tables: 1 } })).errors[0].field, "rules");
    assert.equal(thrown(() => ekbom.own({ addRules: ekbom.rules({ guideline: "aasm-2025" }) })).errors[0].field, "knowledge");
  },

  "forgotten knowledge is said, not kept for ever": () => {
    const made = [];
    const error = thrown(() => {
      for (;;) made.push(ekbom.own({}));
    });
    assert.match(error.message, /kept already/);
    for (const own of made) own.free();
    ekbom.own({}).free();
  },

  "the catalogues": () => {
    assert.ok(ekbom.analytes().some(({ id, units }) => id === "ferritin" && units.length > 1));
    assert.ok(ekbom.facts().some(({ id, kind, unit }) => id === "ferritin" && kind === "measured" && unit === "ng/mL"));
    assert.ok(ekbom.facts().some(({ ask }) => ask !== null && ask.text.startsWith("Ask")));
    assert.ok(ekbom.questions().every(({ answers }) => answers.every(({ meaning }) => meaning !== "")));
    assert.ok(ekbom.guidelines().some(({ id, questions }) => id === "aasm-2025" && questions.includes("iron.therapy")));
    assert.ok(ekbom.medicines().some(({ name, synonyms }) => name === "paracetamol" || synonyms.length > 0));
    assert.ok(ekbom.sources().some(({ id, doi }) => id === "AASM2025" && doi === "10.5664/jcsm.11390"));
    assert.ok(ekbom.alerts().some(({ severity }) => severity === "urgent"));
    assert.ok(ekbom.claims().length > 10);
    assert.ok(ekbom.assumptions().some(({ id }) => id === "not_pregnant_from_55"));
    const { calls, knowledge } = ekbom.about();
    assert.equal(knowledge.hash, ekbom.assess(patient).knowledge.hash);
    assert.ok(calls.includes("what_if"));
  },

  "rules in words, and their limits": () => {
    const [table] = ekbom.tables({ question: "iron.therapy", guideline: "aasm-2025" });
    const rule = table.rules.find(({ id }) => id === "aasm-2025/iron.therapy/stores-low");
    assert.match(rule.when, /ferritin <= 75 ng\/mL/);
    assert.ok(rule.cites.length > 0 && rule.facts.includes("ferritin"));
    const limits = ekbom.limits({ question: "iron.therapy", fact: "ferritin" });
    assert.ok(limits.some((own) => own.rule === rule.id && own.comparison === "at_most" && own.value === 75));
    assert.ok(limits.every(({ fact, question }) => fact === "ferritin" && question === "iron.therapy"));
  },

  "a pasted report, line by line": () => {
    const { lines, cut } = ekbom.paste("Ferritin 28,4 ng/ml (15 - 150)\nsee letter\nFerritin 3x ng/ml");
    assert.equal(cut, false);
    assert.deepEqual(lines[0].lab.value, 28.4);
    assert.deepEqual(lines.map(({ is }) => is === "understood"), [true, false, false]);
    const labs = lines.flatMap((line) => (line.is === "understood" ? [line.lab] : []));
    assert.equal(ekbom.assess({ labs }).results[0].value, 28.4);
  },

  "what a line puts into a patient: in doubt, no older result stands for it": () => {
    const older = { analyte: "ferritin", value: 20, unit: "ng/mL" };
    const { lines } = ekbom.paste("Ferritin 1,234 ng/mL");
    const labs = [older, ...lines.flatMap((line) => ("entries" in line ? line.entries : []))];
    assert.deepEqual(labs.slice(1).map(({ value, doubt }) => [value, typeof doubt]), [[1234, "string"]]);
    const assessment = ekbom.assess({ labs });
    assert.deepEqual([assessment.results.length, assessment.set_aside.length], [0, 2]);
  },

  "a record in FHIR: patients, and what became of each entry": () => {
    const record = [
      { resourceType: "Patient", id: "a", gender: "female", birthDate: "1979-01-01" },
      { resourceType: "Patient", id: "b", deceasedBoolean: true },
      {
        resourceType: "Observation", status: "final", subject: { reference: "Patient/a" }, effectiveDateTime: "2024-03-01",
        code: { coding: [{ system: "http://loinc.org", code: "2276-4" }] }, valueQuantity: { value: 22, unit: "ng/mL" },
      },
    ];
    const { subjects, ledger } = ekbom.fhir(JSON.stringify(record), { as_of: "2024-03-04" });
    const [own] = subjects.filter(({ patient }) => patient !== null);
    assert.deepEqual([subjects.length, own.patient.labs.length, ledger.as_of], [2, 1, "2024-03-04"]);
    assert.equal(ekbom.assess(own.patient).results[0].value, 22);
    assert.ok(subjects.some(({ deceased, patient, errors }) => deceased && patient === null && errors.length > 0));
    assert.throws(() => ekbom.fhir(JSON.stringify(record), { as_of: "March" }), ({ errors }) => errors[0].field === "as_of");
    assert.throws(() => ekbom.fhir("{}"), ({ errors }) => errors.length > 0);
  },

  "units": () => {
    const { values, plausible } = ekbom.convert("ferritin", 38, "ug/l");
    assert.ok(plausible && values.some(({ unit }) => unit === "ng/mL"));
    assert.deepEqual(ekbom.convert("haemoglobin", 13.5, "g/dl", "g/L").values, [{ value: 135, unit: "g/L" }]);
    assert.ok(ekbom.convert("haemoglobin", 135, "g/dL").likelier.includes("g/L"));
    assert.equal(thrown(() => ekbom.convert("ferritin", 38, "mmHg")).errors[0].field, "unit");
  },

  "the schemas": () => {
    for (const of of ["patient", "assessment", "rules"]) assert.match(ekbom.schema(of).$schema, /2020-12/);
    assert.equal(thrown(() => ekbom.schema("page")).errors[0].field, "of");
  },

  "the memory does not grow with the calls": async () => {
    const module = await WebAssembly.compile(bytes);
    const { exports } = await WebAssembly.instantiate(module, {});
    const request = new TextEncoder().encode(JSON.stringify({ call: "assess", patient }));
    const once = () => {
      const place = exports.ekbom_alloc(request.length);
      new Uint8Array(exports.memory.buffer, place, request.length).set(request);
      exports.ekbom_free(exports.ekbom_call(place, request.length));
    };
    for (let time = 0; time < 10; time += 1) once();
    const before = exports.memory.buffer.byteLength;
    for (let time = 0; time < 100; time += 1) once();
    assert.equal(exports.memory.buffer.byteLength, before);
    assert.equal(exports.ekbom_alloc(0), 0);
    exports.ekbom_free(0);
  },
};

let failed = 0;
for (const [name, test] of Object.entries(tests)) {
  try {
    await test();
  } catch (error) {
    failed += 1;
    console.log(`FAILED ${name}: ${error.stack}`);
  }
}
console.log(`${Object.keys(tests).length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
