"""Prints palette.css from the palette of the drawings, as the server does, for pages without a server."""
import re, sys

source = open(sys.argv[1]).read()
paints = [(name, light, dark) for name, light, dark in re.findall(
    r'paint\("([\w-]+)", 0x(\w{6}), 0x(\w{6})', source)]
for name, *colours in re.findall(
        r'Hue\("(\w+)", accent: \(0x(\w{6}), 0x(\w{6})\), tint: \(0x(\w{6}), 0x(\w{6})\)\)', source):
    paints += [(name, colours[0], colours[1]), (name + "-tint", colours[2], colours[3])]
light = "".join(f"  --wm-{name}: #{value};\n" for name, value, _ in paints)
dark = "".join(f"  --wm-{name}: #{value};\n" for name, _, value in paints)
print(f":root {{\n  color-scheme: light;\n{light}}}\n:root[data-theme=\"dark\"] {{\n  color-scheme: dark;\n{dark}}}")
