//! The smallest allocator that serves: it hands out one block of memory from front to back and takes nothing back.

use core::alloc::{GlobalAlloc, Layout};
use core::cell::UnsafeCell;
use core::ptr::null_mut;
use core::sync::atomic::{AtomicUsize, Ordering};

const SIZE: usize = 64 << 20;
const ALIGN: usize = 4096;

#[repr(align(4096))]
struct Memory(UnsafeCell<[u8; SIZE]>);

struct Arena {
    memory: Memory,
    used: AtomicUsize,
}

#[global_allocator]
static ARENA: Arena = Arena { memory: Memory(UnsafeCell::new([0; SIZE])), used: AtomicUsize::new(0) };

// SAFETY: the memory is only ever reached through `alloc`, which hands each byte to one caller.
unsafe impl Sync for Arena {}

// SAFETY: what `alloc` returns is aligned (the memory is aligned to `ALIGN`, the start within it to the layout), within
// the memory, and never handed out again; where there is no room it returns null.
unsafe impl GlobalAlloc for Arena {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if layout.align() > ALIGN {
            return null_mut();
        }
        let mut start = 0;
        let taken = self.used.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |used| {
            start = used.checked_next_multiple_of(layout.align())?;
            start.checked_add(layout.size()).filter(|&end| end <= SIZE)
        });
        if taken.is_err() {
            return null_mut();
        }
        // SAFETY: `start` plus the size of the layout was just found to be within the memory.
        unsafe { self.memory.0.get().cast::<u8>().add(start) }
    }

    unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}
}
