//! `ekbom assess -`: one patient, an array, or one a line, by the code of the command.

use std::cell::RefCell;
use std::io::{Cursor, Write};
use std::rc::Rc;
use std::sync::OnceLock;

use ekbom::{Patient, assess};
use ekbom_cli::{AssessOptions, assess_from};
use serde_json::Value;

use crate::{knowledge, refused};

/// What the command printed.
#[derive(Clone, Default)]
struct Paper(Rc<RefCell<Vec<u8>>>);

impl Write for Paper {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

pub fn check(data: &[u8]) {
    static OPTIONS: OnceLock<AssessOptions> = OnceLock::new();
    let options = OPTIONS.get_or_init(|| AssessOptions::read(&["--format", "json", "-"]).unwrap());
    let paper = Paper::default();
    let reader = Cursor::new(data.to_vec());
    let was_refused = assess_from(knowledge(), options, Box::new(reader), Box::new(paper.clone()));
    let was_refused = was_refused.expect("nothing here can fail but a patient");
    let printed = String::from_utf8(paper.0.take()).expect("JSON is UTF-8");
    let lines: Vec<&[u8]> =
        data.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty()).collect();
    let patients =
        lines.iter().all(|line| line.starts_with(b"{") && serde_json::from_slice::<Value>(line).is_ok());
    if patients && lines.len() > 1 {
        let answers: Vec<&str> = printed.lines().collect();
        assert_eq!(answers.len(), lines.len(), "one line an answer");
        let mut any = false;
        for (line, answer) in lines.iter().zip(answers) {
            let expected = match Patient::from_json_bytes(line) {
                Ok(patient) => assess(knowledge(), &patient).to_json(),
                Err(errors) => {
                    any = true;
                    refused(&errors);
                    // Beside the faults stands what is critical all the same.
                    let said: Value = serde_json::from_str(answer).unwrap();
                    assert_eq!(said["errors"], serde_json::to_value(&errors).unwrap()["errors"]);
                    assert!(said["critical"].is_array());
                    continue;
                }
            };
            assert_eq!(answer, expected);
        }
        assert_eq!(was_refused, any);
    } else {
        // One value, or one a line.
        let whole = serde_json::from_str::<Value>(&printed).is_ok();
        assert!(
            whole || printed.lines().all(|line| serde_json::from_str::<Value>(line).is_ok()),
            "{printed}"
        );
    }
}
