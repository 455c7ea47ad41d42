"""A mail server for tests: `port N`, then one line of JSON for each mail that it took.

What it does with a mail is said by the recipient: refused@, refused-data@, later@ (451 at first), slow@, drop@.
Arguments: [CERTIFICATE KEY [USER PASSWORD]]; with a certificate it offers STARTTLS, with a user it asks who sends.
"""
import asyncio
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Mailbox:
    def __init__(self):
        self.seen = set()

    async def handle_RCPT(self, server, session, envelope, address, options):
        word = address.split("@")[0]
        if word == "refused":
            return "550 no such mailbox"
        if word == "later" and address not in self.seen:
            self.seen.add(address)
            return "451 try again later"
        if word == "slow":
            await asyncio.sleep(60)
        if word == "drop":
            server.transport.abort()
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if envelope.rcpt_tos[0].startswith("refused-data@"):
            return "554 not wanted"
        print(json.dumps({"from": envelope.mail_from, "to": envelope.rcpt_tos, "tls": session.ssl is not None,
                          "signed_in": session.authenticated, "content": envelope.content.decode("latin-1")}), flush=True)
        return "250 OK"


async def main(certificate=None, key=None, user=None, password=None):
    options = {}
    if certificate:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate, key)
        options.update(tls_context=context)
    if user:
        def check(server, session, envelope, mechanism, data):
            good = data.login == user.encode() and data.password == password.encode()
            return AuthResult(success=good, handled=False)
        options.update(authenticator=check, auth_required=True)
    mailbox = Mailbox()
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(mailbox, **options), "127.0.0.1", 0)
    print("port", server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main(*sys.argv[1:]))
