//! Files of patients as `ekbom cohort` reads them: CSV, Parquet, Arrow.

use std::sync::{Arc, OnceLock};

use ekbom_cohort::{Cohort, CohortMap};

use crate::knowledge;

const MAP: &str = r#"
ask = ["iron.therapy", "kidney.stage"]
keep = ["*"]
missing = ["NA"]
[quantities]
ferritin = { column = "FER", unit = "ng/mL" }
creatinine = { column = "CREA", unit = "umol/L" }
[person]
age_years = "AGE"
sex = { column = "SEX", values = { "1" = "male", "2" = "female" } }
[medicines]
column = "DRUGS"
unknown = "carry"
"#;

pub fn check(data: &[u8], extension: &str) {
    static MAPPED: OnceLock<CohortMap> = OnceLock::new();
    let map = MAPPED.get_or_init(|| CohortMap::from_toml(MAP).unwrap());
    let path = std::env::temp_dir().join(format!("ekbom-fuzz-{}.{extension}", std::process::id()));
    std::fs::write(&path, data).expect("there is room for a file");
    let opened = ekbom_cli::table_in(&path, map);
    let (schema, batches) = match opened {
        Ok(table) => table,
        Err(error) => return assert!(!error.is_empty()),
    };
    let cohort = match Cohort::new(Arc::clone(knowledge()), map, &schema) {
        Ok(cohort) => Some(cohort),
        Err(error) => {
            assert!(!error.to_string().is_empty());
            None
        }
    };
    // Also without a map that fits, the file is read to its end.
    let mut rows = 0;
    for batch in batches {
        let Ok(batch) = batch else { break };
        if let Some(cohort) = &cohort {
            // In pieces, as the command does: a few bytes can say that there are very many rows of nothing.
            let piece = batch.slice(0, batch.num_rows().min(16_384));
            if let Ok(output) = cohort.run(&piece) {
                assert_eq!(output.batch.num_rows(), piece.num_rows());
            }
        }
        rows = batch.num_rows().saturating_add(rows);
        if rows > 2_000_000 {
            break;
        }
    }
}
