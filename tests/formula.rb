# formula.rb FILE SOURCES FOLDER: as much of Homebrew as a formula here uses. It installs from the unpacked sources into the
# folder and runs the formula's test on what is installed.
require "pathname"
require "fileutils"

class Formula
  class << self
    attr_reader :said, :test_block

    %i[desc url version license].each { |name| define_method(name) { |text| (@said ||= {})[name] = text } }
    def depends_on(name) = ((@said ||= {})[:needs] ||= []) << name
    def test(&block) = @test_block = block
  end

  attr_reader :prefix, :testpath

  def initialize(folder)
    @prefix = Pathname(folder)/"Cellar/nt"
    @testpath = Pathname(folder)/"test"
    testpath.mkpath
  end

  def bin = prefix/"bin"
  def bash_completion = prefix/"etc/bash_completion.d"
  def zsh_completion = prefix/"share/zsh/site-functions"
  def fish_completion = prefix/"share/fish/vendor_completions.d"
  def cd(folder, &block) = Dir.chdir(folder, &block)
  def system(*command) = Kernel.system(*command.map(&:to_s)) || abort("formula: #{command.join(" ")} failed")
  def assert_match(text, got) = got.include?(text) || abort("formula: no #{text} in #{got}")

  def shell_output(command)
    got = `#{command}`
    $?.success? ? got : abort("formula: #{command} failed")
  end
end

file, sources, folder = ARGV
load file
%i[desc url version license needs].each { |name| Nt.said[name] || abort("formula: no #{name}") }
formula = Nt.new(folder)
formula.cd(sources) { formula.install }
formula.instance_eval(&Nt.test_block)
%w[_nt nt.fish nt-due nt-due.1].each do |name|
  Dir.glob("#{formula.prefix}/**/#{name}").any? || abort("formula: #{name} is not installed")
end
