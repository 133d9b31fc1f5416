//! Whatever serialises, as plain Python values: dictionaries, lists, texts, numbers. No text of JSON in between.

use std::fmt::Display;

use pyo3::IntoPyObjectExt;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyString};
use serde::ser::{self, Serialize};

/// The value as Python has it after reading its JSON.
pub(crate) fn plain<'py>(py: Python<'py>, value: &impl Serialize) -> PyResult<Bound<'py, PyAny>> {
    value.serialize(Plain(py)).map_err(|error| error.0)
}

#[derive(Clone, Copy)]
struct Plain<'py>(Python<'py>);

type Made<'py> = Result<Bound<'py, PyAny>, Error>;

#[derive(Debug)]
struct Error(PyErr);

impl From<PyErr> for Error {
    fn from(error: PyErr) -> Self {
        Self(error)
    }
}

impl Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Error {}

impl ser::Error for Error {
    fn custom<T: Display>(message: T) -> Self {
        Self(PyValueError::new_err(message.to_string()))
    }
}

/// What no part of an assessment is.
fn unexpected<T>(what: &str) -> Result<T, Error> {
    Err(ser::Error::custom(format_args!("{what} has no plain form")))
}

/// Numbers and the like, by the conversion that the type has anyway.
macro_rules! as_it_is {
    ($($method:ident $kind:ty),* $(,)?) => {
        $(fn $method(self, value: $kind) -> Made<'py> {
            Ok(value.into_bound_py_any(self.0)?)
        })*
    };
}

impl<'py> ser::Serializer for Plain<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Error;
    type SerializeSeq = Items<'py>;
    type SerializeTuple = Items<'py>;
    type SerializeTupleStruct = Items<'py>;
    type SerializeTupleVariant = ser::Impossible<Self::Ok, Error>;
    type SerializeMap = Entries<'py>;
    type SerializeStruct = Entries<'py>;
    type SerializeStructVariant = ser::Impossible<Self::Ok, Error>;

    as_it_is!(
        serialize_bool bool,
        serialize_i8 i8,
        serialize_i16 i16,
        serialize_i32 i32,
        serialize_i64 i64,
        serialize_u8 u8,
        serialize_u16 u16,
        serialize_u32 u32,
        serialize_u64 u64,
        serialize_f32 f32,
        serialize_f64 f64,
        serialize_char char,
        serialize_str &str,
    );

    fn serialize_bytes(self, _: &[u8]) -> Made<'py> {
        unexpected("bytes")
    }

    fn serialize_none(self) -> Made<'py> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Made<'py> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Made<'py> {
        Ok(self.0.None().into_bound(self.0))
    }

    fn serialize_unit_struct(self, _: &'static str) -> Made<'py> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Made<'py> {
        Ok(PyString::intern(self.0, variant).into_any())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Made<'py> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Made<'py> {
        let entry = PyDict::new(self.0);
        entry.set_item(PyString::intern(self.0, variant), value.serialize(self)?)?;
        Ok(entry.into_any())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items<'py>, Error> {
        Ok(Items(PyList::empty(self.0)))
    }

    fn serialize_tuple(self, _: usize) -> Result<Items<'py>, Error> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Items<'py>, Error> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        unexpected("a variant with several values")
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Entries<'py>, Error> {
        Ok(Entries { made: PyDict::new(self.0), key: None })
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Entries<'py>, Error> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Error> {
        unexpected("a variant with fields")
    }
}

struct Items<'py>(Bound<'py, PyList>);

impl<'py> Items<'py> {
    fn add<T: Serialize + ?Sized>(&self, value: &T) -> Result<(), Error> {
        Ok(self.0.append(value.serialize(Plain(self.0.py()))?)?)
    }
}

impl<'py> ser::SerializeSeq for Items<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.add(value)
    }

    fn end(self) -> Made<'py> {
        Ok(self.0.into_any())
    }
}

impl<'py> ser::SerializeTuple for Items<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.add(value)
    }

    fn end(self) -> Made<'py> {
        Ok(self.0.into_any())
    }
}

impl<'py> ser::SerializeTupleStruct for Items<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.add(value)
    }

    fn end(self) -> Made<'py> {
        Ok(self.0.into_any())
    }
}

struct Entries<'py> {
    made: Bound<'py, PyDict>,
    /// Of a map, until its value comes.
    key: Option<Bound<'py, PyAny>>,
}

impl<'py> ser::SerializeMap for Entries<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.key = Some(key.serialize(Plain(self.made.py()))?);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        let Some(key) = self.key.take() else { return unexpected("a value without a key") };
        Ok(self.made.set_item(key, value.serialize(Plain(self.made.py()))?)?)
    }

    fn end(self) -> Made<'py> {
        Ok(self.made.into_any())
    }
}

impl<'py> ser::SerializeStruct for Entries<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Error> {
        let py = self.made.py();
        Ok(self.made.set_item(PyString::intern(py, key), value.serialize(Plain(py))?)?)
    }

    fn end(self) -> Made<'py> {
        Ok(self.made.into_any())
    }
}
