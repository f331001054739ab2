"""A mail server on loopback, and the home of somebody who has set everything up
as examples/cron/README.md says."""

import asyncio
import collections
import email
import email.policy
import logging
import re
import shutil
import socket
import sys
import threading
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "remind"))
SKIPPED = 77
PASSWORD = "mật khẩu: 'x' $y"


def skip(why):
    print(f"skipped: {why}")
    sys.exit(SKIPPED)


def need(*programs):
    path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    for program in programs:
        if shutil.which(program, path=path) is None:
            skip(f"there is no program `{program}`")


try:
    from aiosmtpd.smtp import SMTP, AuthResult
except ImportError:
    SMTP = AuthResult = None
# That passwords go over loopback without TLS.
logging.getLogger("mail.log").setLevel(logging.ERROR)
warnings.simplefilter("ignore")


class Server:
    """Takes letters on 127.0.0.1 from who knows the password."""

    def __init__(self):
        if SMTP is None:
            skip("there is no aiosmtpd (Debian: python3-aiosmtpd)")
        self.letters = []         # taken: (address, bytes)
        self.on_recipient = None  # called with the number of the letter
        self.on_letter = None     # when it was taken and not yet confirmed
        self.begun = 0
        self.loop = asyncio.new_event_loop()
        listener = socket.create_server(("127.0.0.1", 0))
        self.port = listener.getsockname()[1]
        self.loop.run_until_complete(
            self.loop.create_server(self.session, sock=listener))
        threading.Thread(target=self.loop.run_forever, daemon=True).start()

    def session(self):
        return SMTP(self, loop=self.loop, auth_require_tls=False,
                    auth_required=True, authenticator=self.authenticate)

    def authenticate(self, _server, _session, _envelope, _mechanism, login):
        return AuthResult(success=(login.login, login.password) == (
            b"nhac-han@example.vn", PASSWORD.encode()))

    async def handle_RCPT(self, _server, _session, envelope, address, _options):
        self.begun += 1
        if self.on_recipient:
            self.on_recipient(self.begun)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server, _session, envelope):
        self.letters += [(to, envelope.content) for to in envelope.rcpt_tos]
        if self.on_letter:
            self.on_letter(self.begun)
        return "250 OK"

    def forget(self):
        self.letters, self.begun = [], 0
        self.on_recipient = self.on_letter = None

    def copies(self):
        return collections.Counter(address for address, _ in self.letters)


def parse(content):
    letter = email.message_from_bytes(content, policy=email.policy.default)
    return letter, letter.get_content()


def replaced(text, *pairs):
    """What the README tells to replace; each must be there."""
    for old, new in pairs:
        if old not in text:
            sys.exit(f"the example has no `{old}`")
        text = text.replace(old, str(new))
    return text


def set_up_home(home, examples, port, seen_as=None):
    for folder in ".config/thidua", ".local/state/thidua":
        (home / folder).mkdir(parents=True)
    shutil.copy(examples / "config.toml", home / ".config/thidua/config.toml")
    password = home / ".config/thidua/smtp-password"
    password.write_text(PASSWORD + "\n", encoding="utf-8")
    password.chmod(0o600)
    settings = home / ".msmtprc"
    settings.write_text(replaced(
        (examples / "msmtprc").read_text(encoding="utf-8"),
        ("smtp.example.vn", "127.0.0.1"), ("port 587", f"port {port}"),
        ("tls on", "tls off"), ("auth on", "auth plain"),
        ("/var/lib/thidua", seen_as or home)), encoding="utf-8")
    settings.chmod(0o600)


def lines_of(crontab):
    """The settings; the lines of the form of a user, of which the first reminds
    and the second commits; those of /etc/cron.d."""
    text = crontab.read_text(encoding="utf-8")
    settings = re.findall(r"^[A-Z_]+=.*$", text, re.MULTILINE)
    of_user = re.findall(r"^\d.*$", text, re.MULTILINE)
    of_system = re.findall(r"^#(\d.*)$", text, re.MULTILINE)
    if len(of_user) != 2 or len(of_system) != 2:
        sys.exit("the example has other lines than two and two")
    return settings, of_user, of_system


def expect_letters(letters, addresses):
    """Once each, and a person reads what they are about."""
    found = sorted(address for address, _ in letters)
    if found != sorted(addresses):
        sys.exit(f"letters went to {found}, not to {sorted(addresses)}")
    for address, content in letters:
        letter, body = parse(content)
        wanted = {"Subject": "Nhắc hạn, còn 7 ngày: Báo cáo của xã 2023, "
                             "chậm nhất 09/11/2023",
                  "From": "Văn phòng thi đua <nhac-han@example.vn>",
                  "Reply-To": "van-phong@example.vn",
                  "To": f"Đặng Thị Hường <{address}>"}
        for field, value in wanted.items():
            if str(letter[field]) != value:
                sys.exit(f"{address}: {field}: {letter[field]}")
        if "Kính gửi: Đặng Thị Hường, Chủ tịch" not in body or "phải nộp: Xã " not in body:
            sys.exit(f"{address}: another text:\n{body}")
