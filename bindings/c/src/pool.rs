//! Lists of strings as C reads them: arrays that stay where they are while their owner lives.

use crate::text::{ekbom_str, ekbom_strs};

/// Few large arrays, none of which ever grows beyond what it was made for, so that what was handed out stays valid.
#[derive(Default)]
pub(crate) struct Pool {
    full: Vec<Vec<ekbom_str>>,
    open: Vec<ekbom_str>,
    texts: Vec<Box<str>>,
    next: Vec<ekbom_str>,
}

const CHUNK: usize = 1024;

impl Pool {
    /// A list of strings that outlive the pool's owner.
    pub(crate) fn list<T: AsRef<str> + Lasting>(&mut self, items: impl IntoIterator<Item = T>) -> ekbom_strs {
        self.next.extend(items.into_iter().map(|item| ekbom_str::of(item.as_ref())));
        let len = self.next.len();
        if len == 0 {
            return ekbom_strs::NONE;
        }
        if self.open.capacity() - self.open.len() < len {
            let fresh = Vec::with_capacity(CHUNK.max(len));
            self.full.push(std::mem::replace(&mut self.open, fresh));
        }
        let start = self.open.len();
        self.open.append(&mut self.next);
        match self.open.get(start..) {
            Some(own) => ekbom_strs { items: own.as_ptr(), len },
            None => ekbom_strs::NONE,
        }
    }

    /// A string that the pool keeps.
    pub(crate) fn text(&mut self, text: String) -> ekbom_str {
        let text = text.into_boxed_str();
        let view = ekbom_str::of(&text);
        self.texts.push(text);
        view
    }
}

/// References, and not strings that end with the list they are in.
pub(crate) trait Lasting {}
impl Lasting for &str {}
impl Lasting for &String {}
impl Lasting for &&str {}
impl Lasting for &ekbom::source::Text {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_handed_out_stays() {
        let words: Vec<String> = (0..10_000).map(|i| i.to_string()).collect();
        let mut pool = Pool::default();
        let lists: Vec<(usize, ekbom_strs)> =
            (0..200).map(|i| (i, pool.list(words.iter().skip(i).take(i * 7 % 50)))).collect();
        let long = pool.list(&words);
        for (i, list) in lists.into_iter().chain([(0, long)]) {
            for at in 0..list.len {
                // SAFETY: the pool lives, and `at` is below the length it gave.
                let text = unsafe { *list.items.add(at) };
                assert_eq!(text.read("").unwrap(), words[i + at]);
            }
        }
        assert_eq!(pool.list(std::iter::empty::<&str>()).len, 0);
    }
}
