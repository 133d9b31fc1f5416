# Puts the reader of a file, given as `with`, in place of uniffi's, and fails where something of that is not found.
function replaced(function_name) {
    return function_name == "createReader" || function_name == "readInt" || function_name == "readBytes" ||
        function_name == "hasRemaining"
}

/^fileprivate func / {
    match($0, /func [A-Za-z]+/)
    name = substr($0, RSTART + 5, RLENGTH - 5)
    if (replaced(name)) {
        seen[name]++
        skipping = 1
    }
    if (name == "createReader") while ((getline line < with) > 0) print line
}

!skipping {
    types += gsub(/\(data: Data, offset: Data\.Index\)/, "Reader")
    calls += gsub(/createReader\(data: Data\(rustBuffer: buf\)\)/, "Reader(rustBuffer: buf)")
    print
}

skipping && /^}/ { skipping = 0 }

END {
    if (seen["createReader"] != 1 || seen["readInt"] != 1 || seen["readBytes"] != 1 || seen["hasRemaining"] != 1 ||
        types == 0 || calls != 1) {
        print "the file does not read as uniffi 0.32 writes it: the reader was not replaced" > "/dev/stderr"
        exit 1
    }
}
