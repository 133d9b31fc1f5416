//! The tables of relevance, onset, augmentation, iron deficiency and overload, vitamin B12 treatment, folate, kidney,
//! laboratory limits and glycaemia: both sides of every limit, and each special case named.
#![cfg(test)]

#[path = "tables_more/person.rs"]
mod person;

#[path = "tables_more/blood.rs"]
mod blood;
#[path = "tables_more/kidney_and_laboratory.rs"]
mod kidney_and_laboratory;
#[path = "tables_more/restless_legs.rs"]
mod restless_legs;
#[path = "tables_more/vitamins.rs"]
mod vitamins;
