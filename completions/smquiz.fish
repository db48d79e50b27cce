# Completion of smquiz in fish: the program says what may follow, this hands it over to the shell.

function __smquiz_complete
    set -l words (commandline -opc)
    set -e words[1]
    set -l raw (commandline -ct)
    # the quotation mark may still be open
    set -l typed (string unescape -- "$raw"; or string unescape -- "$raw'"; or string unescape -- "$raw\"")
    for line in (command smquiz --complete $words "$typed" 2>/dev/null)
        if string match -q \t'*' -- $line
            set -l parts (string split \t -- $line)
            __smquiz_paths $parts[2] "$parts[3]" "$typed" "$raw"
        else
            echo $line
        end
    end
end

# Prints paths of this kind for the word that was typed, with what stands before them in it.  A bank
# may have any name.
function __smquiz_paths -a kind before typed raw
    # "~" is a home only where the word begins
    test -z "$before"
    or set raw (string escape -- (string sub -s (math 1 + (string length -- $before)) -- $typed))
    set -l paths (complete -C "'' $raw" | string replace -r '\t.*' '')
    set -l wanted
    for path in $paths
        switch $kind:$path
            case '*/' 'files:*' 'cfg:*.cfg'
                set -a wanted $before$path
        end
    end
    test $kind = cfg; and not set -q wanted[1]
    and set wanted $before$paths
    string join \n -- $wanted
end

complete -c smquiz -k -f -a '(__smquiz_complete)'
