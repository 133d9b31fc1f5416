// Six people, all made up, as the page offers them and its tests type them.
import { key } from "./words.js";

export const EXAMPLES = [
  {
    name: key("Low ferritin, Crohn's disease"),
    patient: {
      age_years: 58,
      sex: "female",
      labs: [
        { analyte: "ferritin", value: 38, unit: "ng/mL", days_ago: 3, morning: true, iron_free_hours: 36, ref_low: 15, ref_high: 150 },
        { analyte: "creatinine", value: 0.9, unit: "mg/dL" },
        { analyte: "b12_total", value: 205, unit: "pg/mL", ref_low: 200 },
        { analyte: "crp", value: 5, unit: "mg/L", comparator: "<" },
      ],
      symptoms: { urge_to_move: true, worse_at_rest: true, relieved_by_movement: true, worse_in_evening: true, mimics: "ruled_out", times_per_week: 4, distress: "moderate", paraesthesia: true },
      history: { pregnant: false, dialysis: false, crohn: true, family_history_rls: false },
      medicines: ["metformin", "mirtazapine"],
      complete: ["history", "medicines"],
    },
  },
  {
    name: key("Saturation 88 %"),
    patient: {
      age_years: 46,
      sex: "male",
      labs: [{ analyte: "ferritin", value: 658, unit: "ng/mL" }, { analyte: "tsat", value: 88, unit: "%" }],
      symptoms: { urge_to_move: true, worse_at_rest: true, relieved_by_movement: true, worse_in_evening: true, mimics: "ruled_out" },
      complete: ["history"],
    },
  },
  {
    name: key("Numb feet, B12 low, blood count normal"),
    patient: {
      age_years: 71,
      sex: "female",
      labs: [
        { analyte: "b12_total", value: 132, unit: "pg/mL", ref_low: 197, ref_high: 771 },
        { analyte: "haemoglobin", value: 13.4, unit: "g/dL" },
        { analyte: "mcv", value: 91, unit: "fL" },
        { analyte: "ferritin", value: 142, unit: "ng/mL" },
        { analyte: "tsat", value: 27, unit: "%" },
      ],
      symptoms: { gait_disturbance: true, impaired_position_or_vibration: true, paraesthesia: true },
      medicines: ["omeprazole", "metformin"],
    },
  },
  {
    name: key("Pregnant, second trimester"),
    patient: {
      age_years: 31,
      sex: "female",
      labs: [
        { analyte: "ferritin", value: 14, unit: "ug/L" },
        { analyte: "tsat", value: 11, unit: "%" },
        { analyte: "haemoglobin", value: 108, unit: "g/L" },
        { analyte: "crp", value: 3, unit: "mg/L" },
      ],
      symptoms: { urge_to_move: true, worse_at_rest: true, relieved_by_movement: true, worse_in_evening: true, mimics: "ruled_out", times_per_week: 6, distress: "severe" },
      history: { pregnant: true, gestational_weeks: 22 },
    },
  },
  {
    name: key("On dialysis"),
    patient: {
      age_years: 64,
      sex: "male",
      labs: [
        { analyte: "ferritin", value: 160, unit: "ng/mL" },
        { analyte: "tsat", value: 17, unit: "%" },
        { analyte: "haemoglobin", value: 10.4, unit: "g/dL" },
        { analyte: "creatinine", value: 7.1, unit: "mg/dL" },
      ],
      symptoms: { urge_to_move: true, worse_at_rest: true, relieved_by_movement: true, worse_in_evening: true, mimics: "ruled_out" },
      history: { dialysis: true, esrd: true },
      medicines: ["gabapentin", "oxycodone"],
    },
  },
  {
    name: key("Pramipexole, and worse than before"),
    patient: {
      age_years: 67,
      sex: "male",
      labs: [{ analyte: "ferritin", value: 88, unit: "ng/mL" }, { analyte: "tsat", value: 24, unit: "%" }, { analyte: "creatinine", value: 88, unit: "umol/L" }],
      symptoms: { urge_to_move: true, worse_at_rest: true, relieved_by_movement: true, worse_in_evening: true, mimics: "ruled_out", hours_earlier: 4, spread: true, previous_response: true },
      medicines: ["pramipexole"],
    },
  },
];
