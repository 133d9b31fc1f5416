// Put here by generate.sh in place of uniffi's reader, which goes through `Data` and costs some 0.4 us for each number
// and each text: an assessment has thousands of them.

/// Reads the library's bytes where they lie; they are given back when everything is read.
public struct Reader {
    fileprivate let bytes: UnsafeBufferPointer<UInt8>
    fileprivate var offset = 0

    fileprivate init(rustBuffer: RustBuffer) {
        bytes = UnsafeBufferPointer(start: rustBuffer.data, count: Int(rustBuffer.len))
    }

    /// The next bytes; an error where there are not so many left.
    fileprivate mutating func take(_ count: Int) throws -> UnsafeBufferPointer<UInt8> {
        guard count >= 0, count <= bytes.count - offset else {
            throw UniffiInternalError.bufferOverflow
        }
        offset += count
        return UnsafeBufferPointer(rebasing: bytes[(offset - count)..<offset])
    }
}

fileprivate func readInt<T: FixedWidthInteger>(_ reader: inout Reader) throws -> T {
    let own = UnsafeRawBufferPointer(try reader.take(MemoryLayout<T>.size))
    return T(bigEndian: own.loadUnaligned(as: T.self))
}

// What is made of the bytes has to be made before they are given back: a text is.
fileprivate func readBytes(_ reader: inout Reader, count: Int) throws -> UnsafeBufferPointer<UInt8> {
    try reader.take(count)
}

fileprivate func hasRemaining(_ reader: Reader) -> Bool {
    reader.offset < reader.bytes.count
}
