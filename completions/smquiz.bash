# Completion of smquiz in bash: the program says what may follow, this hands it over to the shell.
# shellcheck shell=bash

# Fills `words` with the words behind the first one of a line, as they would reach the program, and
# runs nothing that is in them.  The last one is being typed: `cut` is how much of it the shell leaves
# alone, `quote` the quotation mark it is in.  `file` is set where it is the target of a redirection.
_smquiz_words() {
    local line=$1 i c word=''
    words=() cut=0 quote='' file=''
    for ((i = 0; i < ${#line}; i++)); do
        c=${line:i:1}
        if [[ $c == "$quote" ]]; then
            quote=''
        elif [[ $quote == "'" ]]; then
            word+=$c
        elif [[ $c == \\ ]]; then
            i=$((i + 1))
            [[ $quote && ${line:i:1} != [\$\`\"\\] ]] && word+=$c
            word+=${line:i:1}
        elif [[ $quote ]]; then
            word+=$c
        elif [[ $c == [\'\"] ]]; then
            quote=$c cut=${#word}
        elif [[ $c == [[:blank:]\<\>] ]]; then
            [[ $c == [\<\>] && ! ${word//[0-9]/} ]] && word='' # the number of a stream
            if [[ $word ]]; then
                [[ $file ]] || words+=("$word")
                file='' word=''
            fi
            [[ $c == [\<\>] ]] && file=$c
            cut=0
        else
            word+=$c
            [[ $COMP_WORDBREAKS == *"$c"* ]] && cut=${#word}
        fi
    done
    words=("${words[@]:1}" "$word")
}

# Prints the paths that begin with $2, of kind $1; folders with a slash.  A bank may have any name.
_smquiz_paths() {
    local path begin=$2 found=''
    [[ $begin == \~/* ]] && begin=$HOME${begin#\~}
    shopt -u failglob
    set +f
    for path in "$begin"*; do
        if [[ -d $path ]]; then
            path+=/
        elif [[ ! -e $path || $1 == folders || ($1 == cfg && $path != *.cfg) ]]; then
            continue
        fi
        [[ $path == *$'\n'* ]] && continue
        printf '%s\n' "$2${path#"$begin"}"
        found=1
    done
    [[ $found || $1 != cfg ]] || _smquiz_paths files "$2"
}

_smquiz() {
    local words cut quote file line kind='' before='' typed
    COMPREPLY=()
    _smquiz_words "${COMP_LINE:0:COMP_POINT}"
    typed=${words[${#words[@]} - 1]}
    if [[ $file ]]; then
        kind=files
    else
        while IFS= read -r line; do
            if [[ $line == $'\t'* ]]; then
                line=${line#$'\t'}
                kind=${line%%$'\t'*} before=${line#*$'\t'}
            else
                line=${line%%$'\t'*}
                line=${line:cut}
                case $quote in
                \') [[ $line == *\'* ]] && continue ;;
                \") [[ $line == *[\"\$\`\\!]* ]] && continue ;;
                *) [[ $line == *[!A-Za-z0-9_./=:,@%+-]* ]] && printf -v line %q "$line" ;;
                esac
                COMPREPLY+=("$line")
            fi
        done < <(command smquiz --complete "${words[@]}" 2>/dev/null)
    fi
    [[ $kind ]] || return 0
    compopt -o filenames 2>/dev/null
    while IFS= read -r line; do
        line=$before$line
        COMPREPLY+=("${line:cut}")
    done < <(_smquiz_paths "$kind" "${typed#"$before"}")
    [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == */ ]] && compopt -o nospace 2>/dev/null
    return 0
}

complete -F _smquiz smquiz
