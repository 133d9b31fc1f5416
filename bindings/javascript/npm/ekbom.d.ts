// The module by hand; what goes in and comes out is in types.d.ts, made from the catalogues.

import type {
  AlertCode,
  AnalyteId,
  AnswerCode,
  Assessment,
  AssumptionId,
  CriticalResult,
  Act,
  Alert,
  Fault,
  FactId,
  GuidelineId,
  Lab,
  LimitChange,
  MedicineName,
  Patient,
  Position,
  Precaution,
  QuestionId,
  RuleBook,
  SourceId,
  Stopped,
  Usual,
  Verification,
} from "./types.js";

export type * from "./types.js";

/** An id of the built-in knowledge, or of rules of one's own. */
export type AnyGuideline = GuidelineId | (string & {});

/** How results are read, and whose answers are wanted. */
export interface Options {
  /** These alone; all where none is named. */
  guidelines?: AnyGuideline[];
  /** Results older than this raise `sample_stale`; 365 where nothing is said. */
  stale_after_days?: number;
  /** What a single result stands for; `as_reported` where nothing is said. */
  uncertainty?: "as_reported" | "variation" | "assay";
  /** What is usually so: `usual`, `none`, or names of assumptions joined by commas. */
  assume?: "usual" | "none" | AssumptionId | (string & {});
}

export interface AssessOptions extends Options {
  /** With every condition of every rule and what it saw. */
  trace?: boolean;
}

export interface ReportOptions extends Options {
  /** What the anchors of a fragment begin with. */
  name?: string;
  /** How many columns a text has. */
  width?: number;
  /** Another language than English, which is a file in PO format: `de.po` of the package, or your own; or its number, which `language` gave. Not with `data`. */
  language?: { code: string; po: string } | number;
}

/** Of what rules are wanted. */
export interface Tables {
  question?: QuestionId;
  guideline?: AnyGuideline;
}

/** A limit changed by name; the fact may be left out where the rule compares one alone. */
export interface OwnLimit {
  rule: string;
  fact?: FactId;
  value: number;
}

export interface Own {
  /** A whole knowledge instead of this one. */
  rules?: RuleBook;
  /** Tables beside those there are. */
  addRules?: RuleBook;
  limits?: OwnLimit[];
}

export interface Both<T> {
  new: T[];
  gone: T[];
}

/** What is left of the answers. */
export interface Left {
  possible: AnswerCode[];
  usual: Usual | null;
}

/** What changes from a patient to a variant. */
export interface Changes {
  /** Null where the guideline is not asked. */
  positions: Array<{ question: QuestionId; guideline: string; before: Left | null; after: Left | null }>;
  acts: Both<Act>;
  alerts: Both<Alert>;
  stopped: Both<Stopped>;
  precautions: Both<Precaution>;
  critical: Both<CriticalResult>;
}

/** In the place of a variant that is refused. */
export interface RefusedVariant {
  errors: Fault[];
  critical: CriticalResult[];
}

export interface Range {
  low: number;
  high: number;
}

export interface AnalyteInfo {
  id: AnalyteId;
  name: string;
  /** The unit in which limits are held. */
  canonical: string;
  conventional: string;
  si: string;
  /** Units taken. */
  units: Array<{ unit: string; [more: string]: unknown }>;
  /** Outside, a value is refused. */
  hard: Range;
  /** Outside, a value is asked about; null where nothing is known. */
  confirm: Range | null;
  [more: string]: unknown;
}

export interface FactInfo {
  id: FactId;
  label: string;
  group: "person" | "laboratory" | "symptoms" | "history" | "medicines" | "sample";
  kind: "flag" | "choice" | "number" | "measured" | "by_sex";
  unit: string;
  options: string[];
  range: [number, number] | null;
  /** How it is asked; several facts may share a topic. */
  ask: { topic: string; short: string; text: string } | null;
}

export interface QuestionInfo {
  id: QuestionId;
  title: string;
  answers: Array<{ code: AnswerCode; meaning: string; brief: string }>;
}

export interface GuidelineInfo {
  id: AnyGuideline;
  title: string;
  /** What a report calls it. */
  name: string;
  standing: "current" | "on_request";
  questions: QuestionId[];
}

export interface Evidence {
  says: string;
  source: SourceId;
  verification: Verification;
  [more: string]: unknown;
}

export interface MedicineInfo {
  name: MedicineName;
  synonyms: string[];
  memberships: Array<{ class: string; evidence: Evidence[] }>;
  counter_evidence: Evidence[];
}

export interface SourceInfo {
  id: SourceId;
  name: string;
  authors: string;
  title: string;
  journal: string;
  year: number | null;
  doi: string | null;
  pmid: string | null;
  url: string | null;
  kind: string;
  design: string;
  how_verified: string;
  note: string;
}

export interface AlertInfo {
  code: AlertCode;
  severity: "urgent" | "caution" | "info";
  message: string;
  facts: FactId[];
}

export interface AssumptionInfo {
  id: AssumptionId;
  says: string;
  facts: FactId[];
  verification: Verification;
}

export interface RuleInfo {
  /** guideline/question/name */
  id: string;
  /** The condition in words; it applies if no rule before it does. */
  when: string;
  answers: AnswerCode[];
  flags: Array<{ code: string; says: string; when: string; unless: boolean }>;
  cites: Array<{ source: SourceId | (string & {}); locator: string }>;
  verification: Verification;
  grades: Array<{ action: string; strength: string; certainty: string }>;
  note: string;
  facts: FactId[];
}

export interface TableInfo {
  question: QuestionId;
  guideline: string;
  title: string;
  standing: "current" | "on_request";
  rules: RuleInfo[];
}

/** A number with which a rule compares a fact. */
export interface LimitInfo {
  rule: string;
  question: QuestionId;
  guideline: string;
  fact: FactId;
  comparison: "below" | "at_most" | "at_least" | "above";
  value: number;
  unit: string;
  /** Of a guard, which reads the worst that a result may stand for. */
  guard: boolean;
}

export interface Difference {
  old: [string, string];
  new: [string, string];
  changes: Array<{
    question: QuestionId;
    guideline: string;
    rule: string;
    kind: string;
    old: string;
    new: string;
    /** Can it alter an answer, a flag or a grade for some patient? */
    clinical: boolean;
  }>;
}

export interface Converted {
  analyte: AnalyteId;
  /** The unit, as it was understood. */
  unit: string;
  values: Array<{ value: number; unit: string }>;
  /** Is it an everyday result in this unit? */
  plausible: boolean;
  /** Where it is not: units in which it would be. */
  likelier: string[];
}

/** A line of a pasted report, or a part of one that says several results. */
export type PastedLine = { line: number } & (
  /** `entries` are what `labs` of a patient receives of the line. */
  | { is: "understood"; lab: Lab; notes: string[]; entries: Lab[] }
  /** Shown and not used; each reading would be believed. Its entries count for nothing, and no older result stands for them. */
  | { is: "doubted"; analytes: AnalyteId[]; why: string; readings: Lab[]; entries: Lab[] }
  | { is: "not_understood"; why: string }
  | { is: "no_result" }
);

export interface Pasted {
  lines: PastedLine[];
  /** More lines stood there than are read. */
  cut: boolean;
}

/** How a record in FHIR is read. */
export interface FhirOptions {
  /** The day (YYYY-MM-DD) or the instant as of which it is read; that of its newest result where nothing is said. */
  as_of?: string;
  /** Older results are not read; 365 where nothing is said, 0 is for ever. */
  look_back_days?: number;
  /** Groups of which you know that the record holds everything. */
  complete?: Array<"symptoms" | "history" | "medicines">;
  /** Codes of your own. */
  codes?: Record<string, unknown>;
}

/** What became of one entry of a record. */
export interface LedgerEntry {
  path: string;
  resource: string;
  subject: string | null;
  outcome: "read" | "skipped" | "refused";
  /** As what it was read, such as `labs.ferritin`. */
  as: string | null;
  reason: string | null;
  says: string;
}

/** A record in FHIR: its subjects as patients, and what became of each entry. */
export interface FhirRecord {
  subjects: Array<{
    key: string;
    deceased: boolean;
    /** Null where the subject is refused, or has died. */
    patient: Patient | null;
    errors: Fault[];
    /** In what was set aside or refused: it counts for nothing, and nobody may miss it. */
    critical: CriticalResult[];
  }>;
  ledger: {
    as_of: string | null;
    as_of_by: "caller" | "newest_result" | "none";
    look_back_days: number;
    last_page: boolean;
    read: number;
    skipped: number;
    refused: number;
    notes: string[];
    subjects: string[];
    entries: LedgerEntry[];
  };
}

export interface About {
  ekbom: string;
  knowledge: { version: string; hash: string };
  calls: string[];
}

/** A request that could not be answered: every fault by its field. */
export class EkbomError extends Error {
  readonly errors: Fault[];
}

/** A patient that was refused, of whom nothing was assessed; `critical` is what must be acted on all the same. */
export class PatientRefused extends EkbomError {
  readonly critical: CriticalResult[];
}

/** A patient as an object, or as a text of JSON. */
export type AnyPatient = Patient | string;

/** Patients are assessed here. Made by `load`, `loadSync` and `own`. */
export class Ekbom {
  private constructor();

  assess(patient: AnyPatient, options?: AssessOptions): Assessment;
  /** The same as text: the bytes are the same in every language. */
  assessText(patient: AnyPatient, options?: AssessOptions): string;
  /** Throws `PatientRefused` where the patient would be refused. */
  check(patient: AnyPatient): void;
  /** What one guideline answers to one question. */
  position(
    patient: AnyPatient,
    question: QuestionId,
    guideline: AnyGuideline,
    options?: Omit<Options, "guidelines">,
  ): Position;
  /** What would change, variant by variant. */
  whatIf(patient: AnyPatient, variants: Patient[], options?: Options): Array<Changes | RefusedVariant>;
  /** A laboratory report, line by line; what was doubted is shown and not used. */
  paste(text: string): Pasted;
  /** A Bundle, a list of resources or one resource a line, in R4: subjects as patients, and a ledger. */
  fhir(text: string, options?: FhirOptions): FhirRecord;
  report(patient: AnyPatient, format?: "html" | "fragment" | "text" | "brief", options?: ReportOptions): string;
  report(patient: AnyPatient, format: "data", options?: ReportOptions): Record<string, unknown>;

  /** Keeps a language, which is a file in PO format: its number, for `report` and `say`. */
  language(code: string, po: string): number;
  /** Texts of the library in a language; what its file does not hold stays as it is, whole. */
  say(texts: string[], language?: number | { code: string; po: string }): string[];

  /** An `Ekbom` with other rules; `free` it when it is no longer needed. */
  own(own: Own): Ekbom;
  /** Gives back what `own` made; of any other nothing happens. */
  free(): void;

  about(): About;
  analytes(): AnalyteInfo[];
  facts(): FactInfo[];
  questions(): QuestionInfo[];
  guidelines(): GuidelineInfo[];
  medicines(): MedicineInfo[];
  sources(): SourceInfo[];
  alerts(): AlertInfo[];
  claims(): Array<Record<string, unknown>>;
  assumptions(): AssumptionInfo[];

  /** Every rule in words. */
  tables(of?: Tables): TableInfo[];
  limits(of?: Tables & { fact?: FactId }): LimitInfo[];
  /** The rule book, which `own` takes back. */
  rules(of?: Tables): RuleBook;
  diff(older: RuleBook, newer: RuleBook): Difference;
  convert(analyte: AnalyteId, value: number, unit: string, to?: string): Converted;
  /** A JSON Schema. */
  schema(of: "patient" | "assessment" | "rules"): Record<string, unknown>;

  /** One call as it is: see README. */
  call(call: string, keys?: Record<string, unknown>): unknown;
  /** One call as it is; the text of its answer. */
  callText(call: string, keys?: Record<string, unknown>): string;
}

/** What the WebAssembly can be loaded from. */
export type Source = URL | string | Response | ArrayBuffer | ArrayBufferView | WebAssembly.Module;

/** Loads the file beside the module, or what is given instead. */
export function load(source?: Source | Promise<Source>): Promise<Ekbom>;

/** For a page that has the bytes, or the module, in it. */
export function loadSync(source: ArrayBuffer | ArrayBufferView | WebAssembly.Module): Ekbom;
