// The patient as it is being entered. Nothing here is stored, and nothing is written to the address bar.

const GROUPS = ["symptoms", "history"];

export class State {
  constructor() {
    /** @type {(() => void)[]} */
    this.heard = [];
    /** Results of the line that is being typed. @type {any[]} */
    this.draft = [];
    this.fresh({});
  }

  /** @param {any} patient */
  fresh(patient) {
    /** @type {any} */
    this.patient = { ...patient };
    for (const key of ["labs", "medicines", "complete"]) this.patient[key] = [...(patient[key] ?? [])];
    for (const key of GROUPS) this.patient[key] = { ...(patient[key] ?? {}) };
    this.draft = [];
  }

  /** What the engine is asked: as little as was said. */
  get asked() {
    const asked = { ...this.patient, labs: [...this.patient.labs, ...this.draft] };
    for (const key of [...GROUPS, "medicines", "complete"]) {
      if (Object.keys(asked[key]).length === 0) delete asked[key];
    }
    return asked;
  }

  get empty() {
    const { labs, age_years, sex, ...rest } = this.asked;
    return labs.length === 0 && Object.keys(rest).length === 0;
  }

  changed() {
    for (const hear of this.heard) hear();
  }

  /**
   * @param {any[]} labs
   */
  add(labs) {
    this.patient.labs.push(...labs.map((lab) => ({ ...lab })));
    this.draft = [];
  }

  /**
   * @param {string} group
   * @param {string} key
   * @param {any} value nothing where it is not known
   */
  say(group, key, value) {
    if (value === undefined) delete this.patient[group][key];
    else this.patient[group][key] = value;
    this.changed();
  }
}
