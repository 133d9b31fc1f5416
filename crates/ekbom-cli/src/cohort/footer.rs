//! An Arrow file that contradicts itself.

use std::io::{Read, Seek, SeekFrom};

use arrow_schema::ArrowError;

/// Does an Arrow file have all that its footer speaks of? The library asks for as much memory as the footer says, and where
/// there is not so much, the program ends.
pub(crate) fn footer_holds(file: &mut (impl Read + Seek), bytes: u64) -> Result<(), ArrowError> {
    let wrong = |what: &str| ArrowError::ParseError(format!("the file contradicts itself: {what}"));
    let mut end = [0; 10];
    file.seek(SeekFrom::Start(bytes.checked_sub(10).ok_or_else(|| wrong("it is too short"))?))?;
    file.read_exact(&mut end)?;
    let length = arrow_ipc::reader::read_footer_length(end)?;
    let start =
        (bytes - 10).checked_sub(length as u64).ok_or_else(|| wrong("its footer is longer than it"))?;
    file.seek(SeekFrom::Start(start))?;
    let mut footer = vec![0; length];
    file.read_exact(&mut footer)?;
    file.seek(SeekFrom::Start(0))?;
    // The library says it in several lines.
    let one_line = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let footer = arrow_ipc::root_as_footer(&footer).map_err(|error| wrong(&one_line(error.to_string())))?;
    for block in footer.dictionaries().iter().chain(&footer.recordBatches()).flatten() {
        let parts = [block.offset(), i64::from(block.metaDataLength()), block.bodyLength()];
        let end = parts.iter().try_fold(0u64, |sum, part| sum.checked_add(u64::try_from(*part).ok()?));
        if end.is_none_or(|end| end > bytes) {
            return Err(wrong(&format!("of its {bytes} bytes, a part at {} has {}", parts[0], parts[2])));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;

    #[test]
    fn a_footer_that_promises_too_much_is_refused() {
        let holds = |bytes: &[u8]| {
            let length = bytes.len() as u64;
            footer_holds(&mut io::Cursor::new(bytes), length).map_err(|error| error.to_string())
        };
        let sound = include_bytes!("../../../../tests/fuzz/corpus/ipc/seed-answers");
        assert_eq!(holds(sound), Ok(()));
        // What the fuzzer made of it: a part of 16 petabytes.
        let error = holds(include_bytes!("../../../../tests/fuzz/regressions/ipc/a-part-longer-than-memory"))
            .unwrap_err();
        assert!(error.contains("contradicts itself: of its"), "{error}");
        assert!(holds(b"ARROW1").unwrap_err().contains("too short"));
        assert!(holds(b"\xff\xff\xff\x7fARROW1").unwrap_err().contains("longer than it"));
    }
}
