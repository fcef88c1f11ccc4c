# After make dist: brew install --build-from-source examples/packaging/homebrew/nt.rb
class Nt < Formula
  desc "Network of people as plain text, with tools that tell whom to reach"
  url "file://#{File.expand_path("../../../build/nt-0.1.0.tar.gz", __dir__)}"
  version "0.1.0"
  license "MIT"

  depends_on "pkgconf" => :build
  depends_on "cmark"
  depends_on "gmime"
  depends_on "jansson"
  depends_on "libical"
  depends_on "libyaml"
  depends_on "pcre2"
  depends_on "utf8proc"

  def install
    system "make", "install", "PREFIX=#{prefix}", "BASHDIR=#{bash_completion}", "ZSHDIR=#{zsh_completion}",
           "FISHDIR=#{fish_completion}"
  end

  test do
    system bin/"nt-init", testpath/"book"
    cd testpath/"book" do
      system bin/"nt-new", "Grace Hopper", "cadence=6w"
      assert_match "Grace Hopper", shell_output("#{bin}/nt-due -l -o name")
    end
  end
end
