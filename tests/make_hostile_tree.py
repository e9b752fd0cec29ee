#!/usr/bin/env python3
"""Makes a tree that is as unpleasant to scan as a tree can be.

usage: make_hostile_tree.py DIR [--files N] [--depth N] [--line-mb N]

DIR must not exist yet. Nothing in the tree leads to a running process or holds a secret. Two things need a word:
root reads files without permissions, so as root the unreadable ones are read; and the deepest folders are too deep
for tools that use whole paths, so remove the tree with --remove DIR.
"""

import argparse
import os
import shutil
import socket
import sys


def write(path, data):
    os.makedirs(os.path.dirname(path) or b".", exist_ok=True)
    with open(path, "wb") as file:
        file.write(data)


class Tree:
    def __init__(self, root):
        self.root = os.fsencode(root)

    def path(self, name):
        return os.path.join(self.root, os.fsencode(name))

    def write(self, name, data):
        write(self.path(name), data)

    def link(self, name, target):
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        os.symlink(target, path)


def links(tree):
    tree.write("links/real.txt", b"a file that links lead to\n")
    tree.link("links/inside", "real.txt")
    tree.link("links/whole_tree", "..")
    tree.link("links/itself", "itself")
    tree.link("links/ping", "pong")
    tree.link("links/pong", "ping")
    tree.link("links/spiral", "spiral/deeper")
    tree.link("links/absolute", "/etc/passwd")
    tree.link("links/out", "../../../../../../../../etc/passwd")
    tree.link("links/folder_out", "/")
    tree.link("links/device", "/dev/zero")
    tree.link("links/dangling", "nothing/here")
    tree.link("links/through_out", "folder_out/etc/passwd")
    for step in range(60):  # longer than the kernel follows
        tree.link("links/chain/%d" % step, "%d" % (step + 1))
    tree.write("links/chain/60", b"the end of the chain\n")


def special_files(tree):
    os.makedirs(tree.path("special"))
    os.mkfifo(tree.path("special/fifo"))
    os.mkfifo(tree.path("special/config.yaml"))
    here = os.getcwd()
    os.chdir(tree.path("special"))  # the path of a socket must be short
    listener = socket.socket(socket.AF_UNIX)
    listener.bind("socket")
    listener.close()
    os.chdir(here)
    tree.write("closed/file.txt", b"nobody may read this\n")
    tree.write("closed/folder/file.txt", b"nor this\n")
    os.chmod(tree.path("closed/file.txt"), 0)
    os.chmod(tree.path("closed/folder"), 0)


def contents(tree, line_mb):
    tree.write("bytes/empty", b"")
    tree.write("bytes/one_line.js", b'var x = "' + b"abcdefgh" * (line_mb * 131072) + b'";')
    tree.write("bytes/one_line_multibyte.txt", "\U0001f600é".encode() * (line_mb * 8192))
    tree.write("bytes/zeros.bin", bytes(1 << 20))
    tree.write("bytes/nul_late.txt", b"text\n" * 4000 + b"\0" + b"text\n" * 10)
    tree.write("bytes/nul_in_line.py", b"a = 1\0b = 2\n")
    tree.write("bytes/invalid_utf8.txt", b"ok \xff\xfe \xc0\xaf \xed\xa0\x80 \xf4\x90\x80\x80 \xe2\x82\n" * 100)
    tree.write("bytes/every_byte.txt", bytes(range(256)) * 16)
    tree.write("bytes/line_ends.txt", b"unix\nwindows\r\nmac\rmixed\r\r\n\n\r")
    tree.write("bytes/only_cr.txt", b"\r" * 100000)
    tree.write("bytes/many_lines.txt", b"\n" * 1000000)
    text = "name = value\nсекрет = 1\n\U0001f600 = 2\n"
    tree.write("utf16/le_bom.ini", b"\xff\xfe" + text.encode("utf-16-le"))
    tree.write("utf16/be_bom.ini", b"\xfe\xff" + text.encode("utf-16-be"))
    tree.write("utf16/le_bare.ini", text.encode("utf-16-le"))
    tree.write("utf16/be_bare.ini", text.encode("utf-16-be"))
    tree.write("utf16/odd.ini", b"\xff\xfe" + text.encode("utf-16-le") + b"x")
    tree.write("utf16/lone_surrogate.ini", b"\xff\xfea\0\x00\xd8b\0\x00\xdc")
    tree.write("utf16/only_bom.ini", b"\xff\xfe")


def names(tree):
    for name in [b"new\nline", b"carriage\rreturn", b"tab\there", b"esc\x1b[31mred", b"bell\x07", b"invalid\xff\xfe",
                 b'quote"double', b"quote'single", b"back\\slash", b" leading", b"trailing ", b"-dash", b"--help",
                 b"%s%n%x", b"{braces}", b"$(touch x)", b"`id`", b"a;b", b"<b>", b"]]>", b"::error::x", b"*", b"[", b"?",
                 "\u202egnp.exe".encode(), "caf\u00e9".encode(), "cafe\u0301".encode(), b"\xed\xa0\x80", b"n" * 255]:
        path = os.path.join(tree.root, b"names", name)
        write(path, b"x = 1\n")
        write(os.path.join(tree.root, b"names in folders", name, name), b"x = 1\n")


def crowd(tree, count):
    folder = tree.path("crowd")
    os.makedirs(folder)
    for number in range(count):
        with open(os.path.join(folder, b"%06d.txt" % number), "wb") as file:
            file.write(b"%d\n" % number)


def depths(tree, depth):
    at = os.open(tree.root, os.O_PATH | os.O_DIRECTORY)
    for level in range(depth):
        name = b"deep" if level == 0 else b"directory_%06d_of_the_deep_tree" % level
        os.mkdir(name, dir_fd=at)
        below = os.open(name, os.O_PATH | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=at)
        os.close(at)
        at = below
        if level % 100 == 99 or level == depth - 1:
            os.close(os.open(b"file.txt", os.O_CREAT | os.O_WRONLY, 0o644, dir_fd=at))
    os.close(at)


def ignore_files(tree):
    huge = b"".join(b"name%d\n*.ext%d\n/path/%d/x\n" % (n, n, n) for n in range(60000))
    tree.write("ignore/huge/.gitignore", huge)
    tree.write("ignore/huge/kept.txt", b"kept\n")
    tree.write("ignore/too_large/.gitignore", b"# " + b"x" * (5 << 20) + b"\n*\n")
    tree.write("ignore/too_large/kept.txt", b"kept\n")
    slow = b"".join(b"*a*a*a*a*a*a*%d\n" % n for n in range(5000)) + b"**/a/" * 2000 + b"b\n" + b"[" * 100000 + b"\n"
    tree.write("ignore/slow/.gitignore", slow)
    for number in range(200):
        tree.write("ignore/slow/%s%d" % ("a" * 200, number), b"x\n")
    tree.write("ignore/bytes/.gitignore", bytes(range(256)) * 64)
    tree.write("ignore/bytes/.gonogoignore", b"\xef\xbb\xbf!\n\\\n!\\\n[\n[!\n[[:x:]\n/\n//\n**\n!**/\n")
    tree.write("ignore/bytes/file.txt", b"x\n")
    tree.link("ignore/link/.gitignore", "../huge/.gitignore")
    tree.write("ignore/link/name1", b"kept\n")
    os.makedirs(tree.path("ignore/folder/.gitignore"))
    tree.write("ignore/folder/file.txt", b"kept\n")


def configs(tree):
    tree.write("config/nested/.gonogo.yaml", b"paths: " + b"[" * 100000)
    tree.write("config/nested_map/.gonogo.yaml", b"".join(b" " * n + b"a:\n" for n in range(3000)))
    bomb = b"a: &a [x, x, x, x, x, x, x, x, x]\n"
    for here, there in zip(b"bcdefghi", b"abcdefgh"):
        bomb += b"%c: &%c [%s]\n" % (here, here, b", ".join([b"*%c" % there] * 9))
    tree.write("config/alias_bomb/.gonogo.yaml", bomb)
    tree.write("config/cycle/.gonogo.yaml", b"a: &a [*a]\n")
    tree.write("config/duplicate/.gonogo.yaml", b"exclude: [a]\nexclude: [b]\n")
    tree.write("config/binary/.gonogo.yaml", bytes(range(256)))
    tree.write("config/many/.gonogo.yaml", b"---\n" * 100000)
    tree.write("submodule/.git", b"gitdir: ../../../../../../etc\n")
    tree.write("submodule/file.txt", b"x\n")
    tree.link("stolen/.git", "/")
    tree.write("stolen/file.txt", b"x\n")
    tree.write(".git/HEAD", b"ref: refs/heads/../../../../etc/passwd\n")
    tree.write(".git/info/exclude", b"# nothing\n")


def remove(root):
    """rm -r by descriptors: the paths are too long for anything else. Only our own folders are closed ones."""
    for folder in ["closed/folder"]:
        path = os.path.join(root, folder)
        if os.path.isdir(path):
            os.chmod(path, 0o700)
    deep = os.path.join(root, "deep")
    while os.path.isdir(deep):  # cut the chain into pieces that are short enough
        at, level = os.open(deep, os.O_PATH | os.O_DIRECTORY), 0
        cut = None
        while level < 100:
            below = [e for e in os.listdir("/proc/self/fd/%d" % at) if e.startswith("directory_")]
            if not below:
                break
            next_at = os.open(below[0], os.O_PATH | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=at)
            if level == 99:
                cut = os.path.join(root, "deep_rest")
                os.rename(below[0], cut, src_dir_fd=at)
            os.close(at)
            at, level = next_at, level + 1
        os.close(at)
        shutil.rmtree(deep)
        if cut:
            os.rename(cut, deep)
    shutil.rmtree(os.fsencode(root))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dir")
    parser.add_argument("--files", type=int, default=100000, help="files in the crowded folder")
    parser.add_argument("--depth", type=int, default=2000, help="folders below one another")
    parser.add_argument("--line-mb", type=int, default=40, help="length of the longest line in MiB")
    parser.add_argument("--remove", action="store_true", help="remove such a tree instead")
    options = parser.parse_args()
    if options.remove:
        return remove(options.dir)
    os.makedirs(options.dir)
    tree = Tree(os.path.abspath(options.dir))
    links(tree)
    special_files(tree)
    contents(tree, options.line_mb)
    names(tree)
    crowd(tree, options.files)
    depths(tree, options.depth)
    ignore_files(tree)
    configs(tree)
    return None


if __name__ == "__main__":
    sys.exit(main())
