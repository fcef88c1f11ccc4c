"""A mail server for tests: listens on 127.0.0.1, keeps each message as a file, and is strict (RFC 5321, RFC 5322).

smtp-sink.py FOLDER [REFUSALS]: writes the port to FOLDER/port, each message to FOLDER/1.eml and so on as its client sent
it, and what a client did wrong to FOLDER/faults. The first REFUSALS messages are put off (451). Ends with its input."""
import os
import socketserver
import sys
import threading

FOLDER = sys.argv[1]
refusals = int(sys.argv[2]) if len(sys.argv) > 2 else 0
count = 0
lock = threading.Lock()


def fault(text):
    with open(os.path.join(FOLDER, "faults"), "a") as f:
        f.write(text + "\n")


class Session(socketserver.StreamRequestHandler):
    def say(self, text):
        self.wfile.write(text.encode() + b"\r\n")

    def line(self):
        line = self.rfile.readline(1001)
        if line and (not line.endswith(b"\r\n") or b"\r" in line[:-2] or b"\0" in line or len(line) > 1000):
            fault(f"a line that is none: {line[:60]!r}")
        if any(byte > 126 for byte in line):
            fault(f"eight bits, and 8BITMIME is not offered: {line[:60]!r}")
        return line

    def data(self):
        self.say("354 go on")
        lines = []
        while (line := self.line()) not in (b".\r\n", b""):
            lines.append(line[1:] if line.startswith(b".") else line)
        return b"".join(lines)

    def handle(self):
        global count, refusals
        sender, to = None, []
        self.say("220 sink")
        while line := self.line():
            word = line[:4].upper().decode()
            if word == "DATA":
                message = self.data()
                with lock:
                    late = refusals > 0
                    refusals -= late
                    count += not late
                    if not late:
                        with open(os.path.join(FOLDER, f"{count}.eml"), "wb") as f:
                            f.write(message)
                        with open(os.path.join(FOLDER, f"{count}.to"), "w") as f:
                            f.write(" ".join([sender, *to]) + "\n")
                self.say("451 later" if late else "250 kept")
            elif word == "MAIL":
                sender, to = line[10:].split(b">")[0].strip(b"<").decode(), []
                self.say("250 fine")
            elif word == "RCPT":
                to.append(line[8:].split(b">")[0].strip(b"<").decode())
                self.say("250 fine")
            elif word == "QUIT":
                return self.say("221 bye")
            else:
                self.say("250 sink" if word in ("EHLO", "HELO", "RSET", "NOOP") else "500 what?")


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True


with Server(("127.0.0.1", 0), Session) as server:
    with open(os.path.join(FOLDER, "port.new"), "w") as f:
        f.write(str(server.server_address[1]))
    os.rename(os.path.join(FOLDER, "port.new"), os.path.join(FOLDER, "port"))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdin.read()
