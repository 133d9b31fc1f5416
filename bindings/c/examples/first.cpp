// From a patient to what guidelines answer. Build it against an installed library:
//
//     c++ -std=c++17 first.cpp $(pkg-config --cflags --libs ekbom) -o first
#include <iostream>

#include <ekbom.hpp>

int main() {
    try {
        const ekbom::knowledge knowledge; // some milliseconds: build it once
        ekbom::patient patient;           // what is not said stays unknown
        patient.set("age_years", 58).set("sex", "female").set("crohn", true).add_medicine("metformin");
        patient.add(ekbom::lab("ferritin", 38, "ng/mL").morning(true).iron_free_hours(36));
        patient.add_lab("creatinine", 0.9, "mg/dL").complete("history");

        const ekbom::assessment assessment = knowledge.assess(patient);
        for (const ekbom_position &position : assessment.positions()) {
            if (position.possible.len == 1 && position.rules.len == 1) {
                std::cout << ekbom::view(position.question) << " (" << ekbom::view(position.guideline)
                          << "): " << ekbom::strings(position.possible).at(0) << '\n';
            }
        }
        for (const ekbom_alert &alert : assessment.alerts()) {
            std::cout << ekbom::view(alert.severity) << ": " << ekbom::view(alert.message) << '\n';
        }
        std::cout << "HbA1c 48 mmol/mol is " << ekbom::convert("hba1c", 48, "mmol/mol", "%") << " %\n";

        patient.set("times_per_week", -3); // checked with the patient
        knowledge.assess(patient);
    } catch (const ekbom::error &error) {
        std::cout << "refused: " << error.what() << '\n';
        return error.status() == EKBOM_STATUS_INVALID_PATIENT ? 0 : 1;
    }
    return 1;
}
