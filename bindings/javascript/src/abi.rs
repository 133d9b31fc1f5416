//! The three exports. Everything that is unsafe is here.
#![expect(unsafe_code, reason = "memory that crosses the border by its address")]

use std::alloc::{Layout, alloc};
use std::cell::RefCell;
use std::ptr::{null_mut, slice_from_raw_parts_mut};

use crate::desk::Desk;
use crate::fault::{Failure, Status};

/// The status and the length that stand before the text of an answer.
const HEAD: usize = 8;

thread_local! {
    static DESK: RefCell<Desk> = RefCell::new(Desk::default());
}

/// Memory for a request of so many bytes; null where there is none left, or for none at all.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_alloc(size: usize) -> *mut u8 {
    match Layout::array::<u8>(size) {
        // SAFETY: the layout is not empty.
        Ok(layout) if size > 0 => unsafe { alloc(layout) },
        _ => null_mut(),
    }
}

/// Answers a request, and frees its memory. What it gives is given back by [`ekbom_free`]: the status and the length of
/// the text as two 32-bit numbers, little endian, and the text as UTF-8. A panic ends the program, and wasm's instance.
///
/// # Safety
/// `request` is null, or came from [`ekbom_alloc`] with this size, was filled, and is not used again.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ekbom_call(request: *mut u8, size: usize) -> *mut u8 {
    let bytes: Box<[u8]> = if request.is_null() {
        Box::default()
    } else {
        // SAFETY: by the contract it is a whole block of the global allocator, of this size and an alignment of one.
        unsafe { Box::from_raw(slice_from_raw_parts_mut(request, size)) }
    };
    let (status, text) = DESK.with(|desk| match desk.try_borrow_mut() {
        Ok(mut desk) => desk.answer(&bytes),
        Err(_) => Failure::wrong("", "", "a call within a call").into_answer(),
    });
    drop(bytes);
    pack(status, &text)
}

fn pack(status: Status, text: &str) -> *mut u8 {
    // What does not fit into the address space of wasm cannot be there; said all the same.
    let Ok(length) = u32::try_from(text.len()) else { return null_mut() };
    let mut answer = Vec::with_capacity(HEAD + text.len());
    answer.extend_from_slice(&(status as u32).to_le_bytes());
    answer.extend_from_slice(&length.to_le_bytes());
    answer.extend_from_slice(text.as_bytes());
    Box::into_raw(answer.into_boxed_slice()).cast()
}

/// Gives an answer back; null is nothing.
///
/// # Safety
/// `answer` is null, or came from [`ekbom_call`] and is not used again.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ekbom_free(answer: *mut u8) {
    if answer.is_null() {
        return;
    }
    let mut length = [0; 4];
    // SAFETY: by the contract it begins with a head, whose second number is at byte 4.
    unsafe { answer.add(4).copy_to_nonoverlapping(length.as_mut_ptr(), 4) };
    let size = HEAD + u32::from_le_bytes(length) as usize;
    // SAFETY: it was made by `pack` as a boxed slice of this size.
    drop(unsafe { Box::from_raw(slice_from_raw_parts_mut(answer, size)) });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(request: &str) -> (u32, String) {
        let place = ekbom_alloc(request.len());
        // SAFETY: as much was asked for as is written; the answer is read within its length and given back once.
        unsafe {
            if !place.is_null() {
                place.copy_from_nonoverlapping(request.as_ptr(), request.len());
            }
            let answer = ekbom_call(place, request.len());
            let mut head = [0; HEAD];
            answer.copy_to_nonoverlapping(head.as_mut_ptr(), HEAD);
            let [status, length] = [0, 4].map(|at| {
                let mut four = [0; 4];
                four.copy_from_slice(&head[at..at + 4]);
                u32::from_le_bytes(four)
            });
            let text = std::slice::from_raw_parts(answer.add(HEAD), length as usize).to_vec();
            ekbom_free(answer);
            (status, String::from_utf8(text).unwrap())
        }
    }

    #[test]
    fn a_request_goes_in_and_an_answer_comes_out() {
        let (status, text) = call(r#"{"call": "check", "patient": {"labs": []}}"#);
        assert_eq!((status, text.as_str()), (0, r#"{"errors":[]}"#));
    }

    #[test]
    fn nothing_is_a_fault_like_another() {
        assert!(ekbom_alloc(0).is_null());
        let (status, text) = call("");
        assert_eq!(status, 2);
        assert!(text.contains("a request is a JSON object"), "{text}");
        // SAFETY: null is nothing.
        unsafe { ekbom_free(null_mut()) };
    }
}
