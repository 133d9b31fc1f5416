//! Every table compiles into a small diagram.

use ekbom::knowledge::guideline::TABLES;
use ekbom::logic::table::Table;

#[test]
fn every_table_compiles_small() {
    for data in TABLES {
        let t = std::time::Instant::now();
        let table = Table::try_from(*data).unwrap();
        println!(
            "{} rules {} nodes {} paths {} {:?}",
            table.name(),
            table.rules.len(),
            table.diagram().size(),
            table.diagram().most_paths(),
            t.elapsed()
        );
    }
}
