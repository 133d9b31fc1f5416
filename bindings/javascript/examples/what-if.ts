// At which ferritin does an answer change? Also with a limit of one's own.

import { type Ekbom, type Patient, load } from "ekbom";

const patient = (ferritin: number): Patient => ({
  age_years: 58,
  sex: "female",
  labs: [
    { analyte: "ferritin", value: ferritin, unit: "ng/mL" },
    { analyte: "tsat", value: 25, unit: "%" },
  ],
  symptoms: { urge_to_move: true, worse_at_rest: true },
  medicines: ["metformin", { name: "mirtazapine", days_taken: 90 }],
  complete: ["history"],
});

const steps = Array.from({ length: 40 }, (_, step) => 10 * (step + 1));

function moves(ekbom: Ekbom): void {
  let before = steps[0] ?? 0;
  for (const ferritin of steps.slice(1)) {
    const [changed] = ekbom.whatIf(patient(before), [patient(ferritin)], { guidelines: ["aasm-2025"] });
    if (changed === undefined || "errors" in changed) throw new Error("refused");
    for (const { question, before: was, after: is } of changed.positions) {
      console.log(`${before} to ${ferritin} ng/mL: ${question}: ${was?.possible} becomes ${is?.possible}`);
    }
    before = ferritin;
  }
}

const ekbom = await load();
moves(ekbom);

const own = ekbom.own({ limits: [{ rule: "aasm-2025/iron.therapy/stores-low", fact: "ferritin", value: 100 }] });
console.log("with a limit of 100 ng/mL:");
moves(own);
own.free();
