// A record in FHIR: whose it is, and what became of each entry. Nothing of it leaves the page.
import { h, sentence } from "./dom.js";
import { t } from "./words.js";

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
 * @param {(text: string) => string} say a text of the engine in the language that was chosen
 */
export function drawnRecord(record, take, close, say) {
  const { subjects, ledger } = record;
  const of = (/** @type {string} */ outcome) => ledger.entries.filter((/** @type {any} */ own) => own.outcome === outcome);
  const line = (/** @type {any} */ own) =>
    h("li", { className: own.outcome === "read" ? "understood" : own.outcome === "refused" ? "doubted" : "no_result" },
      h("span", { className: "raw" }, `${own.path} ${own.resource}`),
      h("span", {}, own.as ? h("span", { className: "state" }, own.as.replaceAll("_", " ")) : null, own.says ? ` ${sentence(say(own.says))}` : ""));
  const folded = (/** @type {string} */ title, /** @type {any[]} */ entries) =>
    entries.length > 0 && h("details", {}, h("summary", {}, `${title} (${entries.length})`), h("ul", {}, entries.map(line)));
  const critical = subjects.flatMap((/** @type {any} */ own) => own.critical);
  const refused = of("refused");
  return h("div", { className: "record" },
    h("div", { className: "sum" },
      h("span", {}, t("Record: {read} entries read, {skipped} skipped, {refused} not to be trusted", ledger)),
      h("button", { type: "button", className: "plain", "aria-label": t("Close the record"), onclick: close }, "\u2715")),
    critical.map((/** @type {any} */ own) => h("p", { className: "refusal", role: "alert" }, t("Not used, and critical if it is true: {what}", { what: say(own.says) }))),
    ledger.notes.map((/** @type {string} */ note) => h("p", {}, say(note))),
    !ledger.last_page && h("p", {}, t("The record goes on: this is not its last page.")),
    subjects.length > 1 && h("ul", { "aria-label": t("Persons in the record") }, subjects.map((/** @type {any} */ own) => h("li", {}, personOf(own, take, say)))),
    subjects.length === 1 && subjects[0].patient === null && h("p", {}, whyNot(subjects[0], say)),
    refused.length > 0 && h("ul", { "aria-label": t("Entries that are not used") }, refused.map(line)),
    folded(t("Skipped"), of("skipped")),
    folded(t("Read"), of("read")));
}

/**
 * @param {any} own
 * @param {(patient: any) => void} take
 * @param {(text: string) => string} say
 */
function personOf(own, take, say) {
  if (own.patient === null) return t("Person {key}: {what}", { key: own.key, what: whyNot(own, say) });
  const { age_years: age, sex, labs = [], medicines = [] } = own.patient;
  const known = [typeof age === "number" ? t("{age} years", { age: Math.floor(age) }) : null, sex && say(sex), t("{count} results", { count: labs.length }), t("{count} medicines", { count: medicines.length })];
  return h("button", { type: "button", onclick: () => take(own.patient) }, t("Person {key}: {what}", { key: own.key, what: known.filter(Boolean).join(", ") }));
}

/**
 * @param {any} own
 * @param {(text: string) => string} say
 */
function whyNot(own, say) {
  if (own.deceased) return t("This person has died: nothing is advised.");
  return t("Nothing could be taken: {why}", { why: own.errors.map((/** @type {any} */ error) => `${error.field} ${say(error.message)}`.trim()).join("; ") });
}
