//! A file that appears under its name only when it is whole.

use std::ffi::{OsStr, OsString};
use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::{Said, about};

/// A file under another name in the same directory, until it is whole.
///
/// It is locked as long as its process lives, so that the next run can tell what a killed one left behind.
pub(crate) struct Partial {
    path: PathBuf,
    temporary: PathBuf,
    handle: File,
    kept: bool,
}

impl Partial {
    /// With the file to write to.
    pub(crate) fn create(path: &Path) -> Result<(Self, File), Said> {
        let name = path.file_name().ok_or_else(|| about(path, &"is no name of a file"))?;
        // What is no file would be replaced by one: a directory cannot be, and a device must not.
        if path.metadata().is_ok_and(|found| !found.is_file()) {
            return Err(about(path, &"is there and is no file: name a file for the answers"));
        }
        sweep(path, name);
        let (temporary, handle) = unused(path, name, |_| {}).map_err(|error| unwritable(path, &error))?;
        let partial = Self { path: path.to_owned(), temporary, handle, kept: false };
        let file = partial.handle.try_clone().map_err(|error| unwritable(path, &error))?;
        Ok((partial, file))
    }

    /// Everything was written: waits until the disk has it.
    pub(crate) fn sync(&self) -> Result<(), Said> {
        self.handle.sync_all().map_err(|error| unwritable(&self.path, &error))
    }

    /// Gives the whole file its name.
    pub(crate) fn keep(mut self) -> Result<(), Said> {
        std::fs::rename(&self.temporary, &self.path).map_err(|error| unwritable(&self.path, &error))?;
        self.kept = true;
        Ok(())
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        if !self.kept {
            // A run that failed leaves nothing; there is nobody left to tell if that fails too.
            let _ = std::fs::remove_file(&self.temporary);
        }
    }
}

/// An answer that could not be written.
pub(crate) fn unwritable(path: &Path, error: &dyn std::fmt::Display) -> Said {
    about(path, &format_args!("cannot be written: {error}; nothing was left there"))
}

/// A new file, locked, and still under its name. What has its name already is never opened: in a folder that others may
/// write to, it can be a link to a file that is none of theirs. Then the next name is tried.
///
/// A file can only be locked once it is there, and for that moment it looks like what a killed run left behind: another
/// run may clear it away. So the name is looked at again **under the lock**. Who clears away removes a name only while
/// holding the lock of the file that has it; from here on nobody can. A name that was lost is not used twice.
///
/// `made` is called between the two steps; tests put there what another run does.
fn unused(path: &Path, name: &OsStr, mut made: impl FnMut(&Path)) -> io::Result<(PathBuf, File)> {
    let process = std::process::id().to_string();
    for again in 0..100 {
        let mark = if again == 0 { process.clone() } else { format!("{process}{again:02}") };
        let temporary = path.with_file_name(hidden(name, &mark));
        let file = match OpenOptions::new().write(true).create_new(true).open(&temporary) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
            Err(error) => return Err(error),
        };
        made(&temporary);
        match file.try_lock() {
            // Another run is about to clear it away: theirs.
            Err(TryLockError::WouldBlock) => {}
            // Where the file system knows no locks, nothing is ever swept.
            Err(TryLockError::Error(_)) => return Ok((temporary, file)),
            Ok(()) if is_named(&file, &temporary) => return Ok((temporary, file)),
            Ok(()) => {}
        }
    }
    Err(io::Error::new(io::ErrorKind::AlreadyExists, "every name for the unfinished file is taken"))
}

/// Whether this very file is what has the name now.
#[cfg(unix)]
fn is_named(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let (Ok(held), Ok(named)) = (file.metadata(), path.symlink_metadata()) else { return false };
    (held.dev(), held.ino()) == (named.dev(), named.ino())
}

/// Whether something has the name: names carry the process and are not used twice, so it is this file.
#[cfg(not(unix))]
fn is_named(_file: &File, path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

fn hidden(name: &OsStr, mark: &str) -> OsString {
    let mut hidden = OsString::from(".");
    hidden.push(name);
    hidden.push(format!(".{mark}.partial"));
    hidden
}

/// Removes what runs that were killed left for the same file. Best effort: the run does not depend on it.
fn sweep(path: &Path, name: &OsStr) {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let (found, kind) = (entry.file_name(), entry.file_type());
        let mark = found.to_str().and_then(|found| {
            let rest = found.strip_prefix('.')?.strip_prefix(name.to_str()?)?;
            rest.strip_prefix('.')?.strip_suffix(".partial")
        });
        let ours =
            mark.is_some_and(|mark| !mark.is_empty() && mark.bytes().all(|byte| byte.is_ascii_digit()));
        if !ours || !kind.is_ok_and(|kind| kind.is_file()) {
            continue;
        }
        let Ok(left) = OpenOptions::new().write(true).open(entry.path()) else { continue };
        clear(&left, &entry.path());
    }
}

/// Removes a file that was opened, if nobody lives who holds its lock, and only while it is what has the name.
fn clear(left: &File, path: &Path) {
    if left.try_lock().is_ok() && is_named(left, path) {
        let _ = std::fs::remove_file(path);
    }
}

/// The same place of the same directory, however it is written; also of a file that is not there yet.
pub(crate) fn place(path: &Path) -> Option<PathBuf> {
    if let Ok(whole) = path.canonicalize() {
        return Some(whole);
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Some(folder.canonicalize().ok()?.join(path.file_name()?))
}

#[cfg(all(test, unix))]
#[expect(clippy::unwrap_used, reason = "in a test a failed unwrap is a failed test")]
mod tests {
    use std::fs;
    use std::io::Write;

    use super::*;

    /// An empty folder of this test's own.
    fn folder(test: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("ekbom-partial-{test}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir(&folder).unwrap();
        folder
    }

    /// What `unused` gave has its name, and no other run can clear it away.
    fn holds(path: &Path, name: &OsStr, temporary: &Path, mut file: File) {
        sweep(path, name);
        file.write_all(b"answers").unwrap();
        fs::rename(temporary, path).unwrap();
        assert_eq!(fs::read_to_string(path).unwrap(), "answers");
    }

    #[test]
    fn another_run_sweeps_between_creating_and_locking() {
        let (folder, name) = (folder("swept"), OsStr::new("out.csv"));
        let path = folder.join(name);
        let mut times = 0;
        let (temporary, file) = unused(&path, name, |made| {
            times += 1;
            if times < 3 {
                sweep(&path, name);
                assert!(!made.exists(), "the race did not happen: the file was not cleared away");
            }
        })
        .unwrap();
        assert_eq!(times, 3);
        holds(&path, name, &temporary, file);
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn another_run_holds_the_lock_and_removes_the_name_later() {
        let (folder, name) = (folder("held"), OsStr::new("out.csv"));
        let path = folder.join(name);
        let mut other = None;
        let (temporary, file) = unused(&path, name, |made| {
            if other.is_none() {
                let left = OpenOptions::new().write(true).open(made).unwrap();
                left.try_lock().unwrap();
                other = Some((left, made.to_owned()));
            }
        })
        .unwrap();
        let (left, lost) = other.unwrap();
        assert!(is_named(&left, &lost));
        fs::remove_file(&lost).unwrap();
        holds(&path, name, &temporary, file);
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn two_other_runs_sweep_and_the_slower_removes_nothing_of_ours() {
        let (folder, name) = (folder("slow"), OsStr::new("out.csv"));
        let path = folder.join(name);
        let mut slow = None;
        let (temporary, file) = unused(&path, name, |made| {
            if slow.is_none() {
                slow = Some((OpenOptions::new().write(true).open(made).unwrap(), made.to_owned()));
                sweep(&path, name);
                // A third run, in a container where the number of its process is the same, takes the name that is free.
                fs::write(made, "of a third").unwrap();
            }
        })
        .unwrap();
        let (left, lost) = slow.unwrap();
        clear(&left, &lost);
        assert_eq!(fs::read_to_string(&lost).unwrap(), "of a third");
        holds(&path, name, &temporary, file);
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_link_under_the_hidden_name_is_not_followed() {
        let folder = folder("link");
        let (path, other) = (folder.join("out.csv"), folder.join("other"));
        fs::write(&other, "of somebody else").unwrap();
        let link = folder.join(hidden(OsStr::new("out.csv"), &std::process::id().to_string()));
        std::os::unix::fs::symlink(&other, &link).unwrap();

        let Ok((partial, mut file)) = Partial::create(&path) else { panic!("no other name was tried") };
        file.write_all(b"answers").unwrap();
        let Ok(()) = partial.keep() else { panic!("it cannot be renamed") };

        assert_eq!(fs::read_to_string(&other).unwrap(), "of somebody else");
        assert_eq!(fs::read_to_string(&path).unwrap(), "answers");
        assert!(path.symlink_metadata().unwrap().is_file());
        fs::remove_dir_all(&folder).unwrap();
    }
}
