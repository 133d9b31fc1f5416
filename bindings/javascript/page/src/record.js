// A record in FHIR: whose it is, and what became of each entry. Nothing of it leaves the page.
import { h, sentence } from "./dom.js";

/**
 * Does a text look like FHIR rather than like a patient of ours?
 * @param {string} text
 */
export function isRecord(text) {
  return /"resourceType"\s*:/.test(text.slice(0, 100_000));
}

/**
 * The record as a list to look at, with a button for each person who can be taken.
 * @param {any} record what the call `fhir` gave
 * @param {(patient: any) => void} take
 * @param {() => void} close
 */
export function drawnRecord(record, take, close) {
  const { subjects, ledger } = record;
  const of = (/** @type {string} */ outcome) => ledger.entries.filter((/** @type {any} */ own) => own.outcome === outcome);
  const line = (/** @type {any} */ own) =>
    h("li", { className: own.outcome === "read" ? "understood" : own.outcome === "refused" ? "doubted" : "no_result" },
      h("span", { className: "raw" }, `${own.path} ${own.resource}`),
      h("span", {}, own.as ? h("span", { className: "state" }, own.as.replaceAll("_", " ")) : null, own.says ? ` ${sentence(own.says)}` : ""));
  const folded = (/** @type {string} */ title, /** @type {any[]} */ entries) =>
    entries.length > 0 && h("details", {}, h("summary", {}, `${title} (${entries.length})`), h("ul", {}, entries.map(line)));
  const critical = subjects.flatMap((/** @type {any} */ own) => own.critical);
  const refused = of("refused");
  return h("div", { className: "record" },
    h("div", { className: "sum" },
      h("span", {}, `Record: ${ledger.read} entries read, ${ledger.skipped} skipped, ${ledger.refused} not to be trusted`),
      h("button", { type: "button", className: "plain", "aria-label": "Close the record", onclick: close }, "\u2715")),
    critical.map((/** @type {any} */ own) => h("p", { className: "refusal", role: "alert" }, `Not used, and critical if it is true: ${own.says}`)),
    ledger.notes.map((/** @type {string} */ note) => h("p", {}, note)),
    !ledger.last_page && h("p", {}, "The record goes on: this is not its last page."),
    subjects.length > 1 && h("ul", { "aria-label": "Persons in the record" }, subjects.map((/** @type {any} */ own) => h("li", {}, personOf(own, take)))),
    subjects.length === 1 && subjects[0].patient === null && h("p", {}, whyNot(subjects[0])),
    refused.length > 0 && h("ul", { "aria-label": "Entries that are not used" }, refused.map(line)),
    folded("Skipped", of("skipped")),
    folded("Read", of("read")));
}

/**
 * @param {any} own
 * @param {(patient: any) => void} take
 */
function personOf(own, take) {
  if (own.patient === null) return `Person ${own.key}: ${whyNot(own)}`;
  const { age_years: age, sex, labs = [], medicines = [] } = own.patient;
  const known = [typeof age === "number" ? `${Math.floor(age)} years` : null, sex, `${labs.length} results`, `${medicines.length} medicines`];
  return h("button", { type: "button", onclick: () => take(own.patient) }, `Person ${own.key}: ${known.filter(Boolean).join(", ")}`);
}

/** @param {any} own */
function whyNot(own) {
  if (own.deceased) return "This person has died: nothing is advised.";
  return `Nothing could be taken: ${own.errors.map((/** @type {any} */ error) => `${error.field} ${error.message}`.trim()).join("; ")}`;
}
