package org.ekbom

/** Just enough JSON to read the vectors: objects are maps, arrays lists, numbers doubles. */
internal class Json private constructor(private val text: String) {
    private var at = 0

    private fun skip() {
        while (at < text.length && text[at].isWhitespace()) at++
    }

    private fun take(expected: Char) {
        require(text[at] == expected) { "`$expected` expected at $at" }
        at++
    }

    private fun value(): Any? {
        skip()
        return when (text[at]) {
            '{' -> members()
            '[' -> items()
            '"' -> string()
            't' -> word("true", true)
            'f' -> word("false", false)
            'n' -> word("null", null)
            else -> number()
        }.also { skip() }
    }

    private fun word(word: String, value: Any?): Any? {
        require(text.startsWith(word, at)) { "no JSON at $at" }
        at += word.length
        return value
    }

    private fun members(): Map<String, Any?> = buildMap {
        take('{')
        skip()
        while (text[at] != '}') {
            skip()
            val key = string()
            skip()
            take(':')
            put(key, value())
            if (text[at] == ',') at++
        }
        take('}')
    }

    private fun items(): List<Any?> = buildList {
        take('[')
        skip()
        while (text[at] != ']') {
            add(value())
            if (text[at] == ',') at++
        }
        take(']')
    }

    private fun string(): String = buildString {
        take('"')
        while (text[at] != '"') {
            if (text[at] != '\\') {
                append(text[at++])
                continue
            }
            at++
            when (val escaped = text[at++]) {
                'n' -> append('\n')
                't' -> append('\t')
                'r' -> append('\r')
                'b' -> append('\b')
                'f' -> append('\u000c')
                'u' -> {
                    append(text.substring(at, at + 4).toInt(16).toChar())
                    at += 4
                }
                else -> append(escaped)
            }
        }
        take('"')
    }

    private fun number(): Double {
        val start = at
        while (at < text.length && text[at] in "+-.0123456789eE") at++
        return text.substring(start, at).toDouble()
    }

    companion object {
        fun parse(text: String): Any? = Json(text).value()

        /** Writes a tree back; whole numbers without a fraction, as they stood. */
        fun write(value: Any?): String = when (value) {
            is Map<*, *> -> value.entries.joinToString(",", "{", "}") { (key, own) -> "${write(key)}:${write(own)}" }
            is List<*> -> value.joinToString(",", "[", "]") { write(it) }
            is String -> value.asSequence().joinToString("", "\"", "\"") {
                if (it == '"' || it == '\\' || it < ' ') "\\u%04x".format(it.code) else it.toString()
            }
            is Double -> if (value % 1.0 == 0.0 && value in -1e15..1e15) value.toLong().toString() else value.toString()
            else -> value.toString()
        }
    }
}
