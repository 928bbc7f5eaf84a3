import Foundation

/// What the system says of an error number.
func systemText(_ number: Int32) -> String { String(cString: strerror(number)) }
