//! A file that appears under its name only when it is whole.

use std::ffi::{OsStr, OsString};
use std::fs::{File, OpenOptions};
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
        let (temporary, handle) = unused(path, name).map_err(|error| unwritable(path, &error))?;
        // Where the file system knows no locks, nothing is ever swept.
        let _ = handle.try_lock();
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

/// A new file. What has its name already is never opened: in a folder that others may write to, it can be a link to a
/// file that is none of theirs. Then the next name is tried.
fn unused(path: &Path, name: &OsStr) -> io::Result<(PathBuf, File)> {
    let process = std::process::id().to_string();
    let mut again = 0;
    loop {
        let mark = if again == 0 { process.clone() } else { format!("{process}{again:02}") };
        let temporary = path.with_file_name(hidden(name, &mark));
        match OpenOptions::new().write(true).create_new(true).open(&temporary) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && again < 99 => again += 1,
            made => return made.map(|file| (temporary, file)),
        }
    }
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
        // Nobody holds the lock of a process that is gone.
        let Ok(left) = OpenOptions::new().write(true).open(entry.path()) else { continue };
        if left.try_lock().is_ok() {
            let _ = std::fs::remove_file(entry.path());
        }
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
mod tests {
    use std::fs;
    use std::io::Write;

    use super::*;

    #[test]
    fn a_link_under_the_hidden_name_is_not_followed() {
        let folder = std::env::temp_dir().join(format!("ekbom-partial-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir(&folder).unwrap();
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
