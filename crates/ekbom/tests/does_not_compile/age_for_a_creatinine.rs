// E0308: `ckd_epi_2021(creatinine, age` becomes `ckd_epi_2021(age, creatinine`
use ekbom::measure::formula::egfr::{AgeYears, CreatinineMgDl, EgfrSex, ckd_epi_2021};

pub fn filtration(creatinine: CreatinineMgDl, age: AgeYears) -> f64 {
    ckd_epi_2021(creatinine, age, EgfrSex::Female)
}

fn main() {}
