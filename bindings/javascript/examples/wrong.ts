// What the types refuse, before anything runs. Each line below would not compile without the remark above it.

import type { Ekbom, Patient } from "ekbom";

// @ts-expect-error: no such key
export const misspelt: Patient = { labz: [] };
// @ts-expect-error: no such analyte
export const analyte: Patient = { labs: [{ analyte: "feritin", value: 38, unit: "ng/mL" }] };
// @ts-expect-error: a result needs its value
export const value: Patient = { labs: [{ analyte: "ferritin", unit: "ng/mL" }] };
// @ts-expect-error: no such symptom
export const symptom: Patient = { symptoms: { urge: true } };

export function calls(ekbom: Ekbom): void {
  // @ts-expect-error: no such option
  ekbom.assess({}, { guideline: "aasm-2025" });
  // @ts-expect-error: no such question
  ekbom.position({}, "iron.theraphy", "aasm-2025");
  // @ts-expect-error: there may be no usual answer
  ekbom.assess({}).positions[0]?.usual.possible;
  // @ts-expect-error: no such form of a report
  ekbom.report({}, "pdf");
}
