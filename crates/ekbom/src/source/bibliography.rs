//! The list of sources: data only, in order of their ids, over several files to keep each readable.

mod a;
mod b;
mod c;
mod d;
mod e;
mod f;
mod g_h;
mod i_k;
mod l;
mod m;
mod n;
mod o;
mod p_r;
mod s;
mod t_z;

use super::{Brief, Source};

/// The parts, in the order of their ids.
const PARTS: [&[Source]; 15] = [
    a::SOURCES,
    b::SOURCES,
    c::SOURCES,
    d::SOURCES,
    e::SOURCES,
    f::SOURCES,
    g_h::SOURCES,
    i_k::SOURCES,
    l::SOURCES,
    m::SOURCES,
    n::SOURCES,
    o::SOURCES,
    p_r::SOURCES,
    s::SOURCES,
    t_z::SOURCES,
];

const LEN: usize = {
    let mut rest: &[&[Source]] = &PARTS;
    let mut len = 0;
    while let [part, tail @ ..] = rest {
        len += part.len();
        rest = tail;
    }
    len
};

/// The parts as one array, so that an id is found by halving and the list is one slice to a reader.
pub(super) static ALL: [Source; LEN] = join();

/// The same sources, with what an assessment says of them.
pub(super) static BRIEF: [Brief; LEN] = shorten(join());

#[expect(clippy::indexing_slicing, reason = "runs at compile time: an index out of range does not build")]
const fn join() -> [Source; LEN] {
    let mut all = [PARTS[0][0]; LEN];
    let (mut part, mut at) = (0, 0);
    while part < PARTS.len() {
        let mut i = 0;
        while i < PARTS[part].len() {
            all[at] = PARTS[part][i];
            at += 1;
            i += 1;
        }
        part += 1;
    }
    all
}

#[expect(clippy::indexing_slicing, reason = "runs at compile time: an index out of range does not build")]
const fn shorten(all: [Source; LEN]) -> [Brief; LEN] {
    let mut brief = [Brief::of(&all[0]); LEN];
    let mut at = 0;
    while at < LEN {
        brief[at] = Brief::of(&all[at]);
        at += 1;
    }
    brief
}
