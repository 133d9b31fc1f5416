// Reads a patient as JSON and says what to do: node assess.ts PATIENT.json

import { readFile } from "node:fs/promises";
import { type Act, type Patient, PatientRefused, load } from "ekbom";

const urgent = ({ kind }: Act): boolean => kind === "act_on_result" || kind === "treat_now";

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error("usage: assess.ts PATIENT.json");
const ekbom = await load();
try {
  const patient = JSON.parse(await readFile(file, "utf8")) as Patient;
  const { acts, disagreements, knowledge } = ekbom.assess(patient);
  for (const act of acts) {
    const first = act.blocked_by.length > 0 ? ` (before that: ${act.blocked_by.join(", ")})` : "";
    console.log(`${urgent(act) ? "NOW " : ""}${act.text}${first}`);
  }
  for (const { question, positions } of disagreements) {
    const sides = Object.entries(positions).map(([guideline, answers]) => `${guideline} ${answers.join(" or ")}`);
    console.log(`${question}: ${sides.join("; ")}`);
  }
  console.log(`knowledge ${knowledge.version} (${knowledge.hash})`);
} catch (error) {
  if (!(error instanceof PatientRefused)) throw error;
  for (const { says } of error.critical) console.log(`CRITICAL ${says}`);
  for (const { field, message } of error.errors) console.log(`${field}: ${message}`);
  process.exitCode = 2;
}
